import type { AccessRemovedContent } from './kinds/access-removed';
import type { AlertContent } from './kinds/alert';
import type { ApprovalContent } from './kinds/approval';
import type { ConfirmationContent } from './kinds/confirmation';
import type { DigestContent } from './kinds/digest';
import type { HandshakeRequiredContent } from './kinds/handshake-required';
import type { InvitationContent } from './kinds/invitation';
import type { OrderReceivedContent } from './kinds/order-received';
import type { PasswordLinkContent } from './kinds/password-link';
import type { QuotaThresholdContent } from './kinds/quota-threshold';
import type { QuoteContent } from './kinds/quote';
import type { ReminderContent } from './kinds/reminder';
import type { SalesTaskContent } from './kinds/sales-task';
import type { TrialEndsContent } from './kinds/trial-ends';

/** What one mail says. Texts as they are, unescaped. */
export type MailContent =
  | AccessRemovedContent
  | AlertContent
  | ApprovalContent
  | ConfirmationContent
  | DigestContent
  | HandshakeRequiredContent
  | InvitationContent
  | OrderReceivedContent
  | PasswordLinkContent
  | QuotaThresholdContent
  | QuoteContent
  | ReminderContent
  | SalesTaskContent
  | TrialEndsContent;
