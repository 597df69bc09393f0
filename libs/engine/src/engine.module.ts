import { deadlineProjection, StreamsReminderDesk, Sweeper } from '@renewals/automations';
import {
  Addresses,
  CLOCK,
  commandHandlers,
  Desk,
  ENTROPY,
  LicenseKeys,
  Policies,
  ReminderLookups,
  Streams,
} from '@renewals/commands';
import { SqliteEventStore, Upcasting } from '@renewals/event-store';
import { eventCatalogue } from '@renewals/licensing';
import { Delivery, MailFolder, type MailTransport, outboxProjection, SmtpTransport } from '@renewals/mail';
import {
  licenseProjection,
  Licenses,
  orderContactProjection,
  OrderContacts,
  type Projection,
  ProjectionRunner,
  reminderDecisionProjection,
  ReminderDecisions,
  upcomingProjection,
  UpcomingRenewals,
} from '@renewals/projections';
import { type DynamicModule, Logger, Module, type Provider } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { allAutomations } from './automations';
import { type Infrastructure, jitteredPause, jitterOf } from './infrastructure';
import { INFRASTRUCTURE } from './infrastructure.token';
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
  const { clock, entropy, secrets, policies, store, personal } = infrastructure;
  const upcasting = new Upcasting(eventCatalogue);
  const soleWriter = store instanceof SqliteEventStore;
  return [
    { provide: INFRASTRUCTURE, useValue: infrastructure },
    { provide: CLOCK, useValue: clock },
    { provide: ENTROPY, useValue: entropy },
    { provide: Policies, useValue: policies },
    { provide: Upcasting, useValue: upcasting },
    { provide: Addresses, useValue: new Addresses(secrets.addresses) },
    { provide: LicenseKeys, useValue: new LicenseKeys(secrets.licenseKeys) },
    {
      provide: Streams,
      useValue: new Streams({ store, upcasting, personal, clock, pause: jitteredPause, soleWriter }),
    },
    { provide: Desk, useFactory: (streams: Streams) => new Desk(streams), inject: [Streams] },
    {
      provide: ReminderLookups,
      useFactory: (desk: Desk) => new ReminderLookups(desk, policies, clock),
      inject: [Desk],
    },
  ];
}

function reads({ database, policies }: Infrastructure): Provider[] {
  return [
    { provide: Licenses, useValue: new Licenses(database) },
    { provide: UpcomingRenewals, useValue: new UpcomingRenewals(database, policies.all) },
    { provide: ReminderDecisions, useValue: new ReminderDecisions(database) },
    { provide: OrderContacts, useValue: new OrderContacts(database) },
  ];
}

function work(infrastructure: Infrastructure): Provider[] {
  const { store, database, clock, entropy, policies, personal, configuration } = infrastructure;
  const jitter = (key: string, attempt: number) => jitterOf(entropy, key, attempt);
  return [
    {
      provide: Sweeper,
      useFactory: (commands: CommandBus, desk: Desk) =>
        new Sweeper(database, allAutomations(commands, policies, desk), jitter),
      inject: [CommandBus, Desk],
    },
    {
      provide: ProjectionRunner,
      useFactory: (commands: CommandBus, desk: Desk, upcasting: Upcasting) => {
        const projections: Projection[] = [
          licenseProjection,
          upcomingProjection,
          reminderDecisionProjection,
          orderContactProjection,
          deadlineProjection(allAutomations(commands, policies, desk)),
          outboxProjection,
        ];
        return new ProjectionRunner(store, database, upcasting, clock, projections, jitteredPause, onLostSubscription);
      },
      inject: [CommandBus, Desk, Upcasting],
    },
    {
      provide: Delivery,
      useFactory: (commands: CommandBus, streams: Streams, lookups: ReminderLookups, desk: Desk) =>
        new Delivery({
          database,
          desk: new StreamsReminderDesk(commands, streams, lookups, personal, portalUrlOf(configuration)),
          transport: transportOf(infrastructure),
          held: async () => (await desk.installation()).mail === 'held',
          sender: String(process.pid),
          jitter,
        }),
      inject: [CommandBus, Streams, ReminderLookups, Desk],
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
