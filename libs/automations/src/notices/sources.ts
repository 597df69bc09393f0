import type { Desk, InvitationLinks, PasswordLinks, Policies } from '@renewals/commands';
import type { Clock, PersonalData } from '@renewals/platform';
import type { Pages } from '../correspondence/pages';

/** What notices are written from. */
export interface Sources {
  readonly desk: Desk;
  readonly policies: Policies;
  readonly personal: PersonalData;
  readonly passwordLinks: PasswordLinks;
  readonly invitationLinks: InvitationLinks;
  readonly clock: Clock;
  readonly pages: Pages;
}
