export const people = ['customer', 'sales', 'support'] as const;

export const deeds = [
  'request',
  'quote',
  'accept-quote',
  'approve',
  'commit',
  'invoice',
  'authorize-late',
  'cancel-recurring',
  'report-usage',
  'add-quota',
] as const;

/** What people do about one term, by days before its last day (after it: negative). */
export interface Step {
  readonly daysBefore: number;
  readonly by: (typeof people)[number];
  readonly does: (typeof deeds)[number];
  /** Of quota, where some is used or added. */
  readonly units?: number | undefined;
}

export type Story = readonly Step[];

/** Where the customer renews in the portal, or by a quote (R). */
const inThePortal: readonly Story[] = [
  [
    { daysBefore: 45, by: 'customer', does: 'request' },
    { daysBefore: 44, by: 'customer', does: 'approve' },
    { daysBefore: 38, by: 'sales', does: 'invoice' },
  ],
  [
    { daysBefore: 58, by: 'customer', does: 'request' },
    { daysBefore: 57, by: 'sales', does: 'quote' },
    { daysBefore: 33, by: 'customer', does: 'accept-quote' },
    { daysBefore: 20, by: 'sales', does: 'invoice' },
  ],
  [],
  [
    { daysBefore: 75, by: 'sales', does: 'request' },
    { daysBefore: 70, by: 'sales', does: 'quote' },
  ],
  [
    { daysBefore: -6, by: 'support', does: 'request' },
    { daysBefore: -5, by: 'support', does: 'authorize-late' },
    { daysBefore: -5, by: 'support', does: 'approve' },
    { daysBefore: -4, by: 'sales', does: 'invoice' },
  ],
  [
    { daysBefore: 12, by: 'customer', does: 'request' },
    { daysBefore: 10, by: 'customer', does: 'approve' },
    { daysBefore: 9, by: 'sales', does: 'commit' },
    { daysBefore: 3, by: 'sales', does: 'invoice' },
  ],
];

/** Where billing is recurring and the vendor's sales leads (L). */
const bySales: readonly Story[] = [
  [
    { daysBefore: 50, by: 'sales', does: 'approve' },
    { daysBefore: 44, by: 'sales', does: 'commit' },
    { daysBefore: 40, by: 'sales', does: 'invoice' },
  ],
  [{ daysBefore: 70, by: 'customer', does: 'cancel-recurring' }],
  [
    { daysBefore: 55, by: 'sales', does: 'quote' },
    { daysBefore: 41, by: 'customer', does: 'accept-quote' },
    { daysBefore: 25, by: 'sales', does: 'commit' },
    { daysBefore: 8, by: 'sales', does: 'invoice' },
  ],
  [],
];

const stories = { customers: inThePortal, sales: bySales } as const;

/** A different one for each next license. */
export function storyOf(acts: keyof typeof stories, turn: number): Story {
  return stories[acts][turn % stories[acts].length] ?? [];
}
