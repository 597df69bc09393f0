import type { Houses } from './houses';

/** A row of the ledger of reminders. */
export interface Decided {
  readonly subject: 'license' | 'maintenance';
  readonly expiresOn: string;
  readonly offset: number;
  readonly dueOn: string;
  readonly contactId?: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly messageId?: string;
}

/** Of the license and its maintenance, in the order of the decisions. */
export async function decisionsOn(houses: Houses, license: string): Promise<readonly Decided[]> {
  return (await houses.read(`/reminders?license=${license}`)).items;
}
