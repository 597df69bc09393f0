import type { DomainEvent } from '../shared/event';
import type { IsoDate, RenewalId } from '../shared/words';

/** The claim of a renewal on a term: at most one at a time. */
export type RenewalOpened = DomainEvent<
  'RenewalOpened',
  { readonly renewalId: RenewalId; readonly expiresOn: IsoDate }
>;

export type RenewalReleased = DomainEvent<
  'RenewalReleased',
  { readonly renewalId: RenewalId; readonly reason: string }
>;
