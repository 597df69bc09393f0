import { ImportLicense, ImportOrganization } from '@renewals/commands';
import type { EventStore } from '@renewals/event-store';
import { EngineModule, liveUntil, openInfrastructure, Worker } from '@renewals/engine';
import { isoDate } from '@renewals/licensing';
import { configurationFrom, type VirtualTime } from '@renewals/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { license, organization } from '../../support/samples';
import { SEED } from '../base';
import { sideBySide } from '../measure';

/** The first day of a year whose licenses get their first reminder 90 days before its end, on 11 December 2025. */
const ANCHOR = '2025-03-11';
const DAY_BEFORE = Date.parse('2025-12-10T00:00:00Z');
/** When it is past nine everywhere. */
export const DAY_AFTER = Date.parse('2025-12-12T00:00:00Z');

const ZONES = 400;
const WIDTH = 64;

/** An engine whose clock stands still until it is told, and whose mails are real ones nevertheless. */
export class DueDay {
  private constructor(
    private readonly context: INestApplicationContext,
    readonly store: EventStore,
    private readonly clock: VirtualTime,
    readonly close: () => Promise<void>,
  ) {}

  /** `smtp`: where mails go; without it nothing is sent. */
  static async open(directory: string, smtp?: string): Promise<DueDay> {
    const sending = smtp === undefined ? { MAIL_DELIVERY: 'off' } : { SMTP_URL: smtp };
    const infrastructure = openInfrastructure(configurationFrom({ DATA_DIR: directory, ...sending }), {
      identity: { virtual: { seed: SEED, startsAt: DAY_BEFORE } },
    });
    const module = EngineModule.over({ ...infrastructure, identity: {} });
    const context = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
    const worker = context.get(Worker);
    await worker.start();
    return new DueDay(context, infrastructure.store, infrastructure.clock as VirtualTime, async () => {
      await worker.stop();
      await context.close();
      await infrastructure.close();
    });
  }

  /** So many customers in 400 zones, each with one license, of which one reminder is due on that day. */
  async sell(count: number): Promise<void> {
    const commands = this.context.get(CommandBus);
    const zones = Intl.supportedValuesOf('timeZone').slice(0, ZONES);
    const asOf = isoDate('2025-12-10');
    await sideBySide(WIDTH, count, async (index) => {
      const name = `customer-${index}`;
      const zone = String(zones[index % zones.length]);
      await commands.execute(new ImportOrganization(organization(name, zone)));
      const sold = license(name, { to: name, anchor: ANCHOR, zone });
      await commands.execute(new ImportLicense(sold, 'dynamsoft', asOf));
    });
    await this.settle();
  }

  settle(): Promise<void> {
    return this.context.get(Worker).settle();
  }

  /** Lives through it, zone by zone. */
  pass(): Promise<void> {
    return liveUntil(this.context.get(Worker), this.clock, DAY_AFTER);
  }
}
