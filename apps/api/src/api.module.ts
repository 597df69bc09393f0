import { GoLivePreview } from '@renewals/automations';
import { Desk, ReminderLookups } from '@renewals/commands';
import { EngineModule, type Infrastructure } from '@renewals/engine';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { PortalModule } from '../../portal/src/portal.module';
import { GoLiveController } from './go-live/go-live.controller';
import { Guard } from './identity/guard';
import { VerifiedTokens } from './identity/verified-tokens';
import { FindLicenseHandler } from './licenses/find-license';
import { LicenseHistoryHandler } from './licenses/license-history';
import { LicensesController } from './licenses/licenses.controller';
import { ListLicensesHandler } from './licenses/list-licenses';
import { FiledMails } from './mails/filed-mails';
import { MailsController } from './mails/mails.controller';
import { HealthController } from './operations/health.controller';
import { loggingOver } from './operations/logging';
import { Metrics } from './operations/metrics';
import { MetricsController } from './operations/metrics.controller';
import { Readiness } from './operations/readiness';
import { OwnWrites } from './reading/own-writes';
import { Reach } from './reading/reach';
import { RecurringBillingController } from './recurring-billing/recurring-billing.controller';
import { RemindersController, RemindersOfLicenseHandler } from './reminders/reminders.controller';
import { FindRenewalHandler } from './renewals/find-renewal';
import { RenewalCommandsController } from './renewals/renewal-commands.controller';
import { RenewalsController } from './renewals/renewals.controller';
import { SampleTime } from './sample/sample-time';
import { SERVING, type Serving } from './serving';
import { ListUpcomingRenewalsHandler } from './upcoming-renewals/list-upcoming-renewals';
import { UpcomingRenewalsController } from './upcoming-renewals/upcoming-renewals.controller';

const queryHandlers = [
  FindLicenseHandler,
  FindRenewalHandler,
  LicenseHistoryHandler,
  ListLicensesHandler,
  ListUpcomingRenewalsHandler,
  RemindersOfLicenseHandler,
];

/** HTTP over an open infrastructure: the API at the root, the pages at / and below /portal. */
@Module({})
export class ApiModule {
  static over(infrastructure: Infrastructure, serving: Serving, log: Logger): DynamicModule {
    const shared = [Reach, OwnWrites, FiledMails, SampleTime];
    return {
      module: ApiModule,
      global: true,
      imports: [EngineModule.over(infrastructure), LoggerModule.forRoot(loggingOver(log)), PortalModule],
      controllers: [
        GoLiveController,
        HealthController,
        LicensesController,
        MailsController,
        MetricsController,
        RecurringBillingController,
        RemindersController,
        RenewalCommandsController,
        RenewalsController,
        UpcomingRenewalsController,
      ],
      providers: [
        { provide: SERVING, useValue: serving },
        { provide: APP_GUARD, useClass: Guard },
        {
          provide: GoLivePreview,
          useFactory: (desk: Desk, lookups: ReminderLookups) =>
            new GoLivePreview(infrastructure.database, desk, lookups),
          inject: [Desk, ReminderLookups],
        },
        VerifiedTokens,
        Readiness,
        Metrics,
        ...shared,
        ...queryHandlers,
      ],
      exports: [SERVING, GoLivePreview, ...shared],
    };
  }
}
