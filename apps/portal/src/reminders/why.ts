import type { Explanation } from '@renewals/automations';
import type { Names } from '../words/names';

interface Asked {
  readonly license: string;
  readonly offset: number;
  readonly expiresOn?: string | undefined;
}

/** What the page tells, and to whom it may be about. */
export interface Why {
  readonly license: string;
  readonly title: string;
  readonly explanation: Explanation;
  readonly names: Names;
  /** Ids of events that the history shows this person. */
  readonly inHistory: ReadonlySet<string>;
  /** That may be chosen from; nobody by people who are told about themselves only. */
  readonly contacts: readonly { readonly contactId: string; readonly name: string }[];
}

export function whyAddress({ license, offset, expiresOn }: Asked): string {
  const query = new URLSearchParams({ license, offset: String(offset), ...(expiresOn !== undefined && { expiresOn }) });
  return `/portal/reminders/explanation?${query.toString()}`;
}
