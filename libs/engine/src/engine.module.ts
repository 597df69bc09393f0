import {
  type Automation,
  deadlineProjection,
  everyKindOfNotice,
  Pages,
  StreamsNoticeDesk,
  StreamsReminderDesk,
  Sweeper,
} from '@renewals/automations';
import {
  AddressBook,
  Addresses,
  CLOCK,
  commandHandlers,
  Desk,
  ENTROPY,
  InvitationLinks,
  LicenseKeys,
  Newsletters,
  PasswordLinks,
  Passwords,
  Policies,
  ReminderLookups,
  Streams,
  Subjects,
  UnsubscribeLinks,
} from '@renewals/commands';
import { SqliteEventStore, Upcasting } from '@renewals/event-store';
import { eventCatalogue } from '@renewals/licensing';
import { Credentials, PersonalData, PersonKeys } from '@renewals/platform';
import {
  DeadLetters,
  Delivery,
  EveryDesk,
  MailFolder,
  MailsOfPeople,
  type MailTransport,
  outboxProjection,
  SmtpTransport,
} from '@renewals/mail';
import {
  licenseProjection,
  Licenses,
  orderContactProjection,
  OrderContacts,
  orderAlertProjection,
  OrderAlerts,
  orderProjection,
  Orders,
  Pipeline,
  type Projection,
  ProjectionRunner,
  reminderDecisionProjection,
  ReminderDecisions,
  renewalProjection,
  Renewals,
  salesTaskProjection,
  SalesTasks,
  upcomingProjection,
  UpcomingRenewals,
} from '@renewals/projections';
import { type DynamicModule, Logger, Module, type Provider } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { allAutomations, AUTOMATIONS } from './automations';
import { type Infrastructure, jitteredPause, jitterOf } from './infrastructure';
import { INFRASTRUCTURE } from './infrastructure.token';
import { openPolicies } from './policies/open-policies';
import { Worker } from './worker';

const log = new Logger('engine');
const onFault = (error: Error): void => log.warn(error.message);

/** One lost subscription is everyday business: a busy store drops readers that fall behind. */
const onLostSubscription = (error: Error, inARow: number): void => {
  if (inARow > 1) onFault(error);
};

/** Puts the rooms together over an open infrastructure. The commands are on the `CommandBus`. */
@Module({})
export class EngineModule {
  static over(infrastructure: Infrastructure): DynamicModule {
    const providers = [...parts(infrastructure), ...reads(infrastructure), ...work(infrastructure)];
    return {
      module: EngineModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...providers, ...commandHandlers],
      exports: [CqrsModule, ...providers.map((provider) => (provider as { provide: symbol }).provide)],
    };
  }
}

function parts(infrastructure: Infrastructure): Provider[] {
  const { clock, entropy, secrets, policies, store, personal, personKeys, credentials, readOnly } = infrastructure;
  const upcasting = new Upcasting(eventCatalogue);
  const soleWriter = store instanceof SqliteEventStore;
  return [
    { provide: INFRASTRUCTURE, useValue: infrastructure },
    { provide: CLOCK, useValue: clock },
    { provide: ENTROPY, useValue: entropy },
    { provide: Upcasting, useValue: upcasting },
    { provide: Addresses, useValue: new Addresses(secrets.addresses) },
    { provide: PersonalData, useValue: personal },
    { provide: PersonKeys, useValue: personKeys },
    { provide: Credentials, useValue: credentials },
    { provide: LicenseKeys, useValue: new LicenseKeys(secrets.licenseKeys) },
    {
      provide: Streams,
      useValue: new Streams({ store, upcasting, personal, clock, pause: jitteredPause, soleWriter }),
    },
    {
      provide: Policies,
      useFactory: (streams: Streams) => openPolicies(streams, policies, { readOnly }),
      inject: [Streams],
    },
    {
      provide: AddressBook,
      useFactory: (streams: Streams, addresses: Addresses) => new AddressBook(streams, addresses, personKeys),
      inject: [Streams, Addresses],
    },
    { provide: InvitationLinks, useValue: new InvitationLinks(secrets.invitationLinks) },
    { provide: UnsubscribeLinks, useValue: new UnsubscribeLinks(secrets.unsubscribeLinks) },
    { provide: Pages, useValue: new Pages(portalUrlOf(infrastructure.configuration)) },
    {
      provide: PasswordLinks,
      useFactory: (streams: Streams) => new PasswordLinks(streams, secrets.passwordLinks),
      inject: [Streams],
    },
    {
      provide: Newsletters,
      useFactory: (streams: Streams, addresses: Addresses) => new Newsletters(streams, addresses),
      inject: [Streams, Addresses],
    },
    {
      provide: Passwords,
      useFactory: (streams: Streams, addresses: Addresses) => new Passwords(streams, addresses, credentials),
      inject: [Streams, Addresses],
    },
    {
      provide: Desk,
      useFactory: (streams: Streams, versions: Policies) => new Desk(streams, versions),
      inject: [Streams, Policies],
    },
    { provide: Subjects, useFactory: (streams: Streams) => new Subjects(streams), inject: [Streams] },
    {
      provide: ReminderLookups,
      useFactory: (desk: Desk, subjects: Subjects) => new ReminderLookups(desk, subjects, clock),
      inject: [Desk, Subjects],
    },
  ];
}

function reads({ database }: Infrastructure): Provider[] {
  return [
    { provide: Licenses, useValue: new Licenses(database) },
    {
      provide: UpcomingRenewals,
      useFactory: (policies: Policies) => new UpcomingRenewals(database, policies.all),
      inject: [Policies],
    },
    {
      provide: Pipeline,
      useFactory: (policies: Policies) => new Pipeline(database, policies.all),
      inject: [Policies],
    },
    { provide: Renewals, useValue: new Renewals(database) },
    { provide: SalesTasks, useValue: new SalesTasks(database) },
    { provide: ReminderDecisions, useValue: new ReminderDecisions(database) },
    { provide: OrderContacts, useValue: new OrderContacts(database) },
    { provide: Orders, useValue: new Orders(database) },
    { provide: OrderAlerts, useValue: new OrderAlerts(database) },
  ];
}

function work(infrastructure: Infrastructure): Provider[] {
  const { store, database, directory, clock, entropy, personal } = infrastructure;
  const jitter = (key: string, attempt: number) => jitterOf(entropy, key, attempt);
  return [
    {
      provide: MailsOfPeople,
      useValue: new MailsOfPeople(new MailFolder(directory.mail), new DeadLetters(database), clock),
    },
    {
      provide: AUTOMATIONS,
      useFactory: allAutomations,
      inject: [CommandBus, Policies, Desk, Licenses, OrderContacts, OrderAlerts, MailsOfPeople],
    },
    {
      provide: Sweeper,
      useFactory: (automations: readonly Automation[]) => new Sweeper(database, automations, jitter),
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
          orderContactProjection,
          orderAlertProjection,
          orderProjection,
          deadlineProjection(automations),
          outboxProjection,
        ];
        return new ProjectionRunner(store, database, upcasting, clock, projections, jitteredPause, onLostSubscription);
      },
      inject: [AUTOMATIONS, Upcasting],
    },
    {
      provide: EveryDesk,
      useFactory: (
        commands: CommandBus,
        streams: Streams,
        lookups: ReminderLookups,
        desk: Desk,
        policies: Policies,
        passwordLinks: PasswordLinks,
        invitationLinks: InvitationLinks,
        unsubscribeLinks: UnsubscribeLinks,
        pages: Pages,
      ) =>
        new EveryDesk(
          new StreamsReminderDesk(commands, streams, lookups, personal, pages, unsubscribeLinks),
          new StreamsNoticeDesk(
            commands,
            streams,
            everyKindOfNotice({ desk, policies, personal, passwordLinks, invitationLinks, clock, pages }),
          ),
        ),
      inject: [
        CommandBus,
        Streams,
        ReminderLookups,
        Desk,
        Policies,
        PasswordLinks,
        InvitationLinks,
        UnsubscribeLinks,
        Pages,
      ],
    },
    {
      provide: Delivery,
      useFactory: (mail: EveryDesk, desk: Desk) =>
        new Delivery({
          database,
          desk: mail,
          transport: transportOf(infrastructure),
          held: async () => (await desk.installation()).mail === 'held',
          sender: String(process.pid),
          jitter,
        }),
      inject: [EveryDesk, Desk],
    },
    {
      provide: Worker,
      useFactory: (streams: Streams, projections: ProjectionRunner, sweeper: Sweeper, delivery: Delivery) =>
        new Worker({ store, database, streams, projections, sweeper, delivery, clock, onFault }),
      inject: [Streams, ProjectionRunner, Sweeper, Delivery],
    },
  ];
}

export function portalUrlOf({ PUBLIC_URL, HOST, PORT }: Infrastructure['configuration']): string {
  return PUBLIC_URL ?? `http://${HOST}:${PORT}`;
}

/** A virtual directory never sends real mail. */
function transportOf({ configuration, identity, directory }: Infrastructure): MailTransport {
  return configuration.SMTP_URL && !identity.virtual
    ? new SmtpTransport(configuration.SMTP_URL)
    : new MailFolder(directory.mail);
}
