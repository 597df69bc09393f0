import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { RequestPasswordLinkHandler, SetPasswordHandler } from './account/passwords';
import { ApplyAlignmentHandler } from './alignment/apply-alignment';
import { ApproveAlignmentHandler } from './alignment/approve-alignment';
import { ProposeAlignmentHandler } from './alignment/propose-alignment';
import { WithdrawAlignmentHandler } from './alignment/withdraw-alignment';
import {
  CancelRecurringBillingHandler,
  EnableRecurringBillingHandler,
  ResumeRecurringBillingHandler,
} from './billing/billing-commands';
import { ImportLicenseHandler } from './import/import-license';
import { ImportOrganizationHandler } from './import/import-organization';
import { HoldMailHandler, ReleaseMailHandler } from './installation/mail-commands';
import { ActivateLicenseHandler } from './license/activate-license';
import { AddQuotaHandler, IssueAddedQuotaHandler } from './license/add-quota';
import { ConfirmConfigurationHandler } from './license/confirm-configuration';
import {
  ReactivateLicenseHandler,
  TerminateLicenseHandler,
  WithdrawTerminatedRenewalHandler,
} from './license/end-license';
import { RecordExpiryHandler, WithdrawExpiredRenewalHandler } from './license/record-expiry';
import { ReportUsageHandler } from './license/report-usage';
import { ConvertTrialHandler, ExtendTrialHandler, PlaceTrialOrderHandler, RequestTrialHandler } from './license/trials';
import { ChangeBillingContactHandler } from './order/change-billing-contact';
import { AddOrderContactHandler, RemoveDepartedContactHandler, RemoveOrderContactHandler } from './order/contacts';
import { ResubscribeRemindersHandler, UnsubscribeRemindersHandler } from './order/reminder-subscriptions';
import { RecordOrderPaymentHandler, ReverseOrderPaymentHandler } from './order/order-payments';
import { PlaceOrderHandler } from './order/place-order';
import { ProvisionOrderHandler } from './order/provision-order';
import { ReviewSilenceHandler } from './order/review-silence';
import { AlertOfUnreadBillHandler, ResolveUnreadBillHandler } from './order/unread-bills';
import { OpenCalendarFeedHandler, RevokeCalendarFeedHandler } from './calendar/calendar-feeds';
import { RaiseNoticeHandler, RecordNoticeMailHandler } from './notice/notice-commands';
import { ChangeNewsletterPreferencesHandler } from './newsletter/change-preferences';
import { SubscribeToNewsletterHandler, UnsubscribeFromNewsletterHandler } from './newsletter/subscriptions';
import { EraseContactHandler, ForgetPersonHandler, RequestAccountRemovalHandler } from './organization/account-removal';
import { AddCompanyNoteHandler } from './organization/add-company-note';
import { ChangeContactEmailHandler } from './organization/change-email';
import { AssignPrimaryContactHandler, RemoveCompanyContactHandler } from './organization/company-contacts';
import { AcceptInvitationHandler, InviteContactHandler } from './organization/invitations';
import { ChangeContactLocaleHandler, ChangeOrganizationLocaleHandler } from './organization/locale';
import { OpenAccountHandler } from './organization/open-account';
import { MarkReachableHandler, RecordBounceHandler } from './organization/reachability';
import { RegisterOrganizationHandler } from './organization/register-organization';
import { EndMaintenanceHandler, StartMaintenanceHandler } from './maintenance/maintenance-commands';
import { MoveLicenseToPolicyHandler } from './policy/move-license-to-policy';
import { MoveOrderToPolicyHandler } from './policy/move-order-to-policy';
import { FollowOffsetsHandler } from './reminder/follow-offsets';
import { OverrideLicenseOffsetsHandler, OverrideOrganizationOffsetsHandler } from './reminder/override-offsets';
import { DecideRemindersHandler, RecordDeliveryHandler } from './reminder/reminder-commands';
import { AbandonClaimHandler, ReleaseClaimsHandler } from './renewal/claim-commands';
import { OpenRecurringRenewalHandler } from './renewal/open-recurring-renewal';
import { AcceptQuoteHandler, QuoteRenewalHandler } from './renewal/quote-commands';
import { RecordSuccessorsHandler } from './renewal/record-successors';
import {
  ApproveRenewalHandler,
  AuthorizeLateRenewalHandler,
  GenerateInvoiceHandler,
  RecordCommitmentHandler,
} from './renewal/renewal-commands';
import { WithdrawRenewalHandler } from './renewal/withdraw-renewal';
import { ChangeRenewalHandler } from './renewal/change-renewal';
import { InvoiceUponApprovalHandler } from './renewal/invoice-upon-approval';
import { AddRenewalNoteHandler, AssignOwnerHandler, RecordConfirmationHandler } from './renewal/looked-after';
import { RequestByProviderFormHandler } from './renewal/request-by-provider-form';
import { RequestRenewalHandler } from './renewal/request-renewal';
import {
  IssueCreditHandler,
  RecordRenewalPaymentHandler,
  ReverseRenewalPaymentHandler,
} from './renewal/settlement-commands';
import { StartContractHandler } from './renewal/start-contract';
import { WithdrawAutomaticRenewalHandler } from './renewal/withdraw-automatic-renewal';
import { CompleteSalesTaskHandler } from './sales-task/complete-sales-task';
import { FollowUpReversalHandler } from './sales-task/follow-up-reversal';
import { ReviewWritingTaskHandler } from './sales-task/review-writing-task';

/** Everything that can be commanded. */
export const commandHandlers: readonly Type<ICommandHandler>[] = [
  AbandonClaimHandler,
  AcceptInvitationHandler,
  AcceptQuoteHandler,
  ActivateLicenseHandler,
  AddCompanyNoteHandler,
  AddOrderContactHandler,
  AddQuotaHandler,
  AddRenewalNoteHandler,
  AlertOfUnreadBillHandler,
  ApplyAlignmentHandler,
  ApproveAlignmentHandler,
  ApproveRenewalHandler,
  AssignOwnerHandler,
  AssignPrimaryContactHandler,
  AuthorizeLateRenewalHandler,
  CancelRecurringBillingHandler,
  ChangeBillingContactHandler,
  ChangeContactEmailHandler,
  ChangeContactLocaleHandler,
  ChangeNewsletterPreferencesHandler,
  ChangeOrganizationLocaleHandler,
  ChangeRenewalHandler,
  CompleteSalesTaskHandler,
  ConfirmConfigurationHandler,
  ConvertTrialHandler,
  DecideRemindersHandler,
  EnableRecurringBillingHandler,
  EndMaintenanceHandler,
  EraseContactHandler,
  ExtendTrialHandler,
  FollowOffsetsHandler,
  FollowUpReversalHandler,
  ForgetPersonHandler,
  GenerateInvoiceHandler,
  HoldMailHandler,
  ImportLicenseHandler,
  ImportOrganizationHandler,
  InviteContactHandler,
  InvoiceUponApprovalHandler,
  IssueCreditHandler,
  IssueAddedQuotaHandler,
  MarkReachableHandler,
  MoveLicenseToPolicyHandler,
  MoveOrderToPolicyHandler,
  OpenAccountHandler,
  OpenCalendarFeedHandler,
  OpenRecurringRenewalHandler,
  OverrideLicenseOffsetsHandler,
  OverrideOrganizationOffsetsHandler,
  PlaceOrderHandler,
  PlaceTrialOrderHandler,
  ProposeAlignmentHandler,
  ProvisionOrderHandler,
  QuoteRenewalHandler,
  RaiseNoticeHandler,
  ReactivateLicenseHandler,
  RecordBounceHandler,
  RecordCommitmentHandler,
  RecordConfirmationHandler,
  RecordDeliveryHandler,
  RecordExpiryHandler,
  RecordNoticeMailHandler,
  RecordOrderPaymentHandler,
  RecordRenewalPaymentHandler,
  RecordSuccessorsHandler,
  RegisterOrganizationHandler,
  ReleaseClaimsHandler,
  ReleaseMailHandler,
  RemoveCompanyContactHandler,
  RemoveDepartedContactHandler,
  RemoveOrderContactHandler,
  ReportUsageHandler,
  RequestAccountRemovalHandler,
  RequestPasswordLinkHandler,
  RequestByProviderFormHandler,
  RequestRenewalHandler,
  RequestTrialHandler,
  ResolveUnreadBillHandler,
  ResubscribeRemindersHandler,
  ResumeRecurringBillingHandler,
  ReverseOrderPaymentHandler,
  SetPasswordHandler,
  ReverseRenewalPaymentHandler,
  RevokeCalendarFeedHandler,
  ReviewSilenceHandler,
  ReviewWritingTaskHandler,
  StartContractHandler,
  StartMaintenanceHandler,
  SubscribeToNewsletterHandler,
  TerminateLicenseHandler,
  UnsubscribeFromNewsletterHandler,
  UnsubscribeRemindersHandler,
  WithdrawAlignmentHandler,
  WithdrawAutomaticRenewalHandler,
  WithdrawExpiredRenewalHandler,
  WithdrawRenewalHandler,
  WithdrawTerminatedRenewalHandler,
];
