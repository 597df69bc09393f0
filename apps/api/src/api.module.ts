import { EngineModule, type Infrastructure } from '@renewals/engine';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { PortalModule } from '../../portal/src/portal.module';
import { AlignmentsController } from './alignments/alignments.controller';
import { BouncesController } from './bounces/bounces.controller';
import { FindAlignmentHandler } from './alignments/find-alignment';
import { AccountsController } from './accounts/accounts.controller';
import { GoLiveController } from './go-live/go-live.controller';
import { Guard } from './identity/guard';
import { VerifiedTokens } from './identity/verified-tokens';
import { FindLicenseHandler } from './licenses/find-license';
import { LicenseHistoryHandler } from './licenses/license-history';
import { LicensesController } from './licenses/licenses.controller';
import { LicenseCommandsController } from './licenses/license-commands.controller';
import { LicenseUse } from './licenses/license-use';
import { LicenseUseController } from './licenses/license-use.controller';
import { ListLicensesHandler } from './licenses/list-licenses';
import { FiledMails } from './mails/filed-mails';
import { MailsController } from './mails/mails.controller';
import { NewsletterController } from './newsletter/newsletter.controller';
import { NewsletterSendingController } from './newsletter/newsletter-sending.controller';
import { ListNoticesHandler } from './notices/list-notices';
import { NoticesController } from './notices/notices.controller';
import { VendorsOfNotices } from './notices/vendors-of-notices';
import { HealthController } from './operations/health.controller';
import { loggingOver } from './operations/logging';
import { Metrics } from './operations/metrics';
import { MetricsController } from './operations/metrics.controller';
import { Readiness } from './operations/readiness';
import { ReminderMetrics } from './operations/reminder-metrics';
import { OrderAlertsController } from './order-alerts/order-alerts.controller';
import { OrderContactsController } from './orders/order-contacts.controller';
import { FindOrderHandler } from './orders/find-order';
import { ListOrdersHandler } from './orders/list-orders';
import { OrderDocuments } from './orders/order-documents';
import { OrdersController } from './orders/orders.controller';
import { PeopleOfOrder } from './orders/people-of-order';
import { RemindersSubscriptionController } from './orders/reminders-subscription.controller';
import { Companies } from './organizations/companies';
import { CalendarFeedController } from './calendar/calendar-feed.controller';
import { CalendarController } from './calendar/calendar.controller';
import { PersonalCalendars } from './calendar/personal-calendars';
import { LocaleController } from './organizations/locale.controller';
import { ReachabilityController } from './organizations/reachability.controller';
import { CompanyContactsController } from './organizations/company-contacts.controller';
import { CompanyDocuments } from './organizations/organization.document';
import { OrganizationsController } from './organizations/organizations.controller';
import { OrderPaymentsController } from './orders/order-payments.controller';
import { PlaceOrderController } from './orders/place-order.controller';
import { ListStageHandler } from './pipeline/list-stage';
import { PipelineController } from './pipeline/pipeline.controller';
import { ListQuotesHandler } from './quotes/list-quotes';
import { QuotesController } from './quotes/quotes.controller';
import { OwnWrites } from './reading/own-writes';
import { PoliciesController } from './policies/policies.controller';
import { Reach } from './reading/reach';
import { RecurringBillingController } from './recurring-billing/recurring-billing.controller';
import { ExplainReminderHandler, ExplanationController } from './reminders/explanation.controller';
import { ReminderOffsetsController } from './reminders/reminder-offsets.controller';
import { RemindersController, RemindersOfLicenseHandler } from './reminders/reminders.controller';
import { FindRenewalHandler } from './renewals/find-renewal';
import { LookedAfterController } from './renewals/looked-after.controller';
import { OnRenewal } from './renewals/on-renewal';
import { DocumentsController } from './renewals/documents.controller';
import { QuoteController } from './renewals/quote.controller';
import { RenewalCommandsController } from './renewals/renewal-commands.controller';
import { RenewalsController } from './renewals/renewals.controller';
import { SettlementController } from './renewals/settlement.controller';
import { ListSalesTasksHandler } from './sales-tasks/list-sales-tasks';
import { SalesTasksController } from './sales-tasks/sales-tasks.controller';
import { SampleTime } from './sample/sample-time';
import { SERVING, type Serving } from './serving';
import { TrialsController } from './trials/trials.controller';
import { ListUpcomingRenewalsHandler } from './upcoming-renewals/list-upcoming-renewals';
import { UpcomingRenewalsController } from './upcoming-renewals/upcoming-renewals.controller';

const queryHandlers = [
  ExplainReminderHandler,
  FindAlignmentHandler,
  FindLicenseHandler,
  FindOrderHandler,
  FindRenewalHandler,
  LicenseHistoryHandler,
  ListLicensesHandler,
  ListNoticesHandler,
  ListOrdersHandler,
  ListQuotesHandler,
  ListSalesTasksHandler,
  ListStageHandler,
  ListUpcomingRenewalsHandler,
  RemindersOfLicenseHandler,
];

/** HTTP over an open infrastructure: the API at the root, the pages at / and below /portal. */
@Module({})
export class ApiModule {
  static over(infrastructure: Infrastructure, serving: Serving, log: Logger): DynamicModule {
    const shared = [Reach, OwnWrites, FiledMails, LicenseUse, SampleTime, CompanyDocuments];
    return {
      module: ApiModule,
      global: true,
      imports: [EngineModule.over(infrastructure), LoggerModule.forRoot(loggingOver(log)), PortalModule],
      controllers: [
        AlignmentsController,
        AccountsController,
        CalendarController,
        CalendarFeedController,
        BouncesController,
        CompanyContactsController,
        ExplanationController,
        GoLiveController,
        HealthController,
        LicenseCommandsController,
        LicensesController,
        LocaleController,
        LicenseUseController,
        LookedAfterController,
        MailsController,
        MetricsController,
        NewsletterController,
        NewsletterSendingController,
        NoticesController,
        PipelineController,
        DocumentsController,
        QuoteController,
        QuotesController,
        OrderPaymentsController,
        PlaceOrderController,
        OrderAlertsController,
        OrderContactsController,
        OrdersController,
        OrganizationsController,
        PoliciesController,
        ReachabilityController,
        RecurringBillingController,
        ReminderOffsetsController,
        RemindersController,
        RemindersSubscriptionController,
        RenewalCommandsController,
        RenewalsController,
        SalesTasksController,
        SettlementController,
        TrialsController,
        UpcomingRenewalsController,
      ],
      providers: [
        { provide: SERVING, useValue: serving },
        { provide: APP_GUARD, useClass: Guard },
        OnRenewal,
        Companies,
        PersonalCalendars,
        OrderDocuments,
        PeopleOfOrder,
        VendorsOfNotices,
        VerifiedTokens,
        Readiness,
        Metrics,
        ReminderMetrics,
        ...shared,
        ...queryHandlers,
      ],
      exports: [SERVING, ...shared],
    };
  }
}
