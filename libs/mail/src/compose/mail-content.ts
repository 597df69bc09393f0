import type { AlertContent } from './kinds/alert';
import type { ConfirmationContent } from './kinds/confirmation';
import type { HandshakeRequiredContent } from './kinds/handshake-required';
import type { InvitationContent } from './kinds/invitation';
import type { PasswordLinkContent } from './kinds/password-link';
import type { QuotaThresholdContent } from './kinds/quota-threshold';
import type { ReminderContent } from './kinds/reminder';
import type { SalesTaskContent } from './kinds/sales-task';

/** What one mail says. Texts as they are, unescaped. */
export type MailContent =
  | AlertContent
  | ConfirmationContent
  | HandshakeRequiredContent
  | InvitationContent
  | PasswordLinkContent
  | QuotaThresholdContent
  | ReminderContent
  | SalesTaskContent;
