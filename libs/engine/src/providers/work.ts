import { type Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Automation, deadlineProjection, Sweeper } from '@renewals/automations';
import { Desk, Policies, Streams } from '@renewals/commands';
import { Upcasting } from '@renewals/event-store';
import { Delivery, MailsOfPeople, outboxProjection, ReportFolder } from '@renewals/mail';
import {
  ContactCompanies,
  contactCompanyProjection,
  licenseProjection,
  Licenses,
  noticeProjection,
  orderAlertProjection,
  OrderAlerts,
  orderContactProjection,
  OrderContacts,
  orderProjection,
  Orders,
  type Projection,
  ProjectionRunner,
  reminderDecisionProjection,
  renewalProjection,
  renewedLicenseProjection,
  salesTaskProjection,
  sentMailProjection,
  upcomingProjection,
} from '@renewals/projections';
import { allAutomations, AUTOMATIONS } from '../automations';
import { type Infrastructure, jitterIn, jitteredPause } from '../infrastructure';
import { Worker } from '../worker';
import { onFault, onLostSubscription } from '../faults';

/** What goes on by itself. */
export function work(infrastructure: Infrastructure): Provider[] {
  const { store, database, clock } = infrastructure;
  return [
    {
      provide: AUTOMATIONS,
      useFactory: allAutomations,
      inject: [
        CommandBus,
        Policies,
        Desk,
        Licenses,
        Orders,
        OrderContacts,
        OrderAlerts,
        ContactCompanies,
        MailsOfPeople,
      ],
    },
    {
      provide: Sweeper,
      useFactory: (automations: readonly Automation[]) => new Sweeper(database, automations, jitterIn(infrastructure)),
      inject: [AUTOMATIONS],
    },
    {
      provide: ProjectionRunner,
      useFactory: (automations: readonly Automation[], upcasting: Upcasting) => {
        const projections: Projection[] = [
          licenseProjection,
          upcomingProjection,
          renewalProjection,
          salesTaskProjection,
          reminderDecisionProjection,
          noticeProjection,
          renewedLicenseProjection,
          orderContactProjection,
          orderAlertProjection,
          orderProjection,
          sentMailProjection,
          contactCompanyProjection,
          deadlineProjection(automations),
          outboxProjection,
        ];
        return new ProjectionRunner(store, database, upcasting, clock, projections, jitteredPause, onLostSubscription);
      },
      inject: [AUTOMATIONS, Upcasting],
    },
    {
      provide: Worker,
      useFactory: (
        streams: Streams,
        projections: ProjectionRunner,
        sweeper: Sweeper,
        delivery: Delivery,
        reports: ReportFolder,
      ) => new Worker({ store, database, streams, projections, sweeper, delivery, reports, clock, onFault }),
      inject: [Streams, ProjectionRunner, Sweeper, Delivery, ReportFolder],
    },
  ];
}
