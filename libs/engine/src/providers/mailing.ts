import { type Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  DocumentsOfRenewal,
  everyKindOfNotice,
  Pages,
  StreamsNoticeDesk,
  StreamsReminderDesk,
} from '@renewals/automations';
import {
  Desk,
  InvitationLinks,
  PasswordLinks,
  Passwords,
  Policies,
  ReminderLookups,
  Streams,
  UnsubscribeLinks,
} from '@renewals/commands';
import { DeadLetters, Delivery, EveryDesk, MailFolder, MailsOfPeople, ReportFolder, SendTimes } from '@renewals/mail';
import { Orders } from '@renewals/projections';
import { type Infrastructure, jitterIn } from '../infrastructure';
import { isDelivering, paceOf, transportOf } from '../mail-transport';
import { onFault, onWarning } from '../faults';

/** What writes and sends mails. */
export function mailing(infrastructure: Infrastructure): Provider[] {
  const { database, directory, clock, personal } = infrastructure;
  return [
    {
      provide: MailsOfPeople,
      useFactory: (reports: ReportFolder) =>
        new MailsOfPeople(new MailFolder(directory.mail), reports, new DeadLetters(database), clock),
      inject: [ReportFolder],
    },
    {
      provide: EveryDesk,
      useFactory: (
        commands: CommandBus,
        streams: Streams,
        lookups: ReminderLookups,
        desk: Desk,
        policies: Policies,
        passwords: Passwords,
        passwordLinks: PasswordLinks,
        invitationLinks: InvitationLinks,
        unsubscribeLinks: UnsubscribeLinks,
        pages: Pages,
        orders: Orders,
      ) =>
        new EveryDesk(
          new StreamsReminderDesk(commands, streams, lookups, personal, pages, unsubscribeLinks),
          new StreamsNoticeDesk(
            commands,
            streams,
            everyKindOfNotice({
              desk,
              documents: new DocumentsOfRenewal(desk),
              policies,
              personal,
              passwords,
              passwordLinks,
              invitationLinks,
              clock,
              pages,
              newestPolicyOf: async (company) => (await orders.newestOf(company))?.policy,
            }),
          ),
        ),
      inject: [
        CommandBus,
        Streams,
        ReminderLookups,
        Desk,
        Policies,
        Passwords,
        PasswordLinks,
        InvitationLinks,
        UnsubscribeLinks,
        Pages,
        Orders,
      ],
    },
    {
      provide: Delivery,
      useFactory: (mail: EveryDesk, desk: Desk, sendTimes: SendTimes) =>
        new Delivery({
          database,
          desk: mail,
          transport: transportOf(infrastructure, onWarning),
          pace: paceOf(infrastructure),
          held: async () => (await desk.installation()).mail === 'held',
          delivering: () => isDelivering(infrastructure),
          sender: String(process.pid),
          jitter: jitterIn(infrastructure),
          onFault,
          onTaken: (time) => sendTimes.taken(time),
        }),
      inject: [EveryDesk, Desk, SendTimes],
    },
  ];
}
