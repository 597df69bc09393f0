import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import {
  CancelRecurringBillingHandler,
  EnableRecurringBillingHandler,
  ResumeRecurringBillingHandler,
} from './billing/billing-commands';
import { ImportLicenseHandler } from './import/import-license';
import { ImportOrganizationHandler } from './import/import-organization';
import { HoldMailHandler, ReleaseMailHandler } from './installation/mail-commands';
import {
  ActivateLicenseHandler,
  AddQuotaHandler,
  ExtendTrialHandler,
  IssueLicenseHandler,
  TerminateLicenseHandler,
} from './license/license-commands';
import { RecordExpiryHandler, WithdrawExpiredRenewalHandler } from './license/record-expiry';
import {
  AddOrderContactHandler,
  PlaceOrderHandler,
  RemoveOrderContactHandler,
  UnsubscribeRemindersHandler,
} from './order/order-commands';
import { AcceptInvitationHandler, InviteContactHandler, RemoveCompanyContactHandler } from './organization/contacts';
import { RegisterOrganizationHandler } from './organization/register-organization';
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
  WithdrawRenewalHandler,
} from './renewal/renewal-commands';
import { RequestRenewalHandler } from './renewal/request-renewal';
import { StartContractHandler } from './renewal/start-contract';

/** Everything that can be commanded. */
export const commandHandlers: readonly Type<ICommandHandler>[] = [
  AbandonClaimHandler,
  AcceptInvitationHandler,
  AcceptQuoteHandler,
  ActivateLicenseHandler,
  AddOrderContactHandler,
  AddQuotaHandler,
  ApproveRenewalHandler,
  AuthorizeLateRenewalHandler,
  CancelRecurringBillingHandler,
  DecideRemindersHandler,
  EnableRecurringBillingHandler,
  ExtendTrialHandler,
  GenerateInvoiceHandler,
  HoldMailHandler,
  ImportLicenseHandler,
  ImportOrganizationHandler,
  InviteContactHandler,
  IssueLicenseHandler,
  OpenRecurringRenewalHandler,
  PlaceOrderHandler,
  QuoteRenewalHandler,
  RecordCommitmentHandler,
  RecordDeliveryHandler,
  RecordExpiryHandler,
  RecordSuccessorsHandler,
  RegisterOrganizationHandler,
  ReleaseClaimsHandler,
  ReleaseMailHandler,
  RemoveCompanyContactHandler,
  RemoveOrderContactHandler,
  RequestRenewalHandler,
  ResumeRecurringBillingHandler,
  StartContractHandler,
  TerminateLicenseHandler,
  UnsubscribeRemindersHandler,
  WithdrawExpiredRenewalHandler,
  WithdrawRenewalHandler,
];
