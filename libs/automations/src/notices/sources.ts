import type { Desk, InvitationLinks, PasswordLinks, Passwords, Policies } from '@renewals/commands';
import type { OrganizationId } from '@renewals/licensing';
import type { Clock, PersonalData } from '@renewals/platform';
import type { Pages } from '../correspondence/pages';
import type { DocumentsOfRenewal } from '../documents/documents-of-renewal';

/** What notices are written from. */
export interface Sources {
  readonly desk: Desk;
  readonly policies: Policies;
  readonly personal: PersonalData;
  readonly passwords: Passwords;
  readonly passwordLinks: PasswordLinks;
  readonly invitationLinks: InvitationLinks;
  readonly clock: Clock;
  readonly pages: Pages;
  readonly documents: DocumentsOfRenewal;
  /** Of the company's newest order, by the view: tells who sells to it, where the account itself does not. */
  readonly newestPolicyOf: (organizationId: OrganizationId) => Promise<string | undefined>;
}
