import { RemindersBehind } from '@renewals/automations';
import { CLOCK, Desk } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure, isDelivering } from '@renewals/engine';
import { Delivery, outboxCounts, SendTimes } from '@renewals/mail';
import type { Clock } from '@renewals/platform';
import { ReminderTallies, type ReminderTally } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const MILLISECONDS = 1_000;
const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/**
 * Figures of reminders and their mails. Counters are read from a view of the log: a restart does not reset them, and a
 * rebuild counts the same. Only the send latency counts from the start of the process.
 */
@Injectable()
export class ReminderMetrics {
  constructor(
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly desk: Desk,
    private readonly tallies: ReminderTallies,
    private readonly behind: RemindersBehind,
    private readonly delivery: Delivery,
    private readonly sendTimes: SendTimes,
  ) {}

  register(registry: Registry): void {
    const registers = [registry];
    this.countDecisions(registers);
    this.gaugeQueues(registers);
    this.gaugeDelivery(registers);
    const latency = new Histogram({
      name: 'renewals_mail_send_latency_seconds',
      help: 'From when a mail fell due until the server took it; a digest counts for each of its reminders',
      labelNames: ['kind'] as const,
      buckets: [1, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, DAY],
      registers,
    });
    this.sendTimes.onTaken(({ kind, milliseconds }) => latency.observe({ kind }, milliseconds / MILLISECONDS));
  }

  private countDecisions(registers: Registry[]): void {
    const { tallies } = this;
    const count = (outcome: ReminderTally['outcome'], name: string, help: string, label?: string) =>
      new Counter({
        name,
        help,
        labelNames: label === undefined ? [] : [label],
        registers,
        async collect() {
          const all = await tallies.all();
          this.reset();
          for (const tally of all.filter((each) => each.outcome === outcome)) {
            this.inc(label === undefined ? {} : { [label]: tally.reason }, tally.times);
          }
        },
      });
    count(
      'sent',
      'renewals_reminders_sent_total',
      'Reminders to one contact that a server took; several may go in one mail',
    );
    count('mails', 'renewals_reminder_mails_total', 'Mails of reminders that a server took');
    count('suppressed', 'renewals_reminders_suppressed_total', 'Decided against, by reason', 'reason');
    count('failed', 'renewals_reminders_failed_total', 'Refused for good, or parked after the last try', 'how');
  }

  private gaugeQueues(registers: Registry[]): void {
    const { behind, clock } = this;
    const { database } = this.infrastructure;
    const since = (instant: number | undefined) =>
      instant === undefined ? 0 : Math.max(0, clock.now() - instant) / MILLISECONDS;
    gauge(
      registers,
      'renewals_reminders_behind_seconds',
      'Age of the oldest reminder that is due and not decided',
      async () => since(await behind.since(clock.now())),
    );
    gauge(registers, 'renewals_deadlines_parked', 'Deadlines of any kind whose command kept failing', () =>
      behind.parked(),
    );
    gauge(
      registers,
      'renewals_outbox_oldest_seconds',
      'Age of the mail that has waited longest; parked ones do not count',
      async () => since((await outboxCounts(database)).waitingSince),
    );
    new Gauge({
      name: 'renewals_outbox_mails',
      help: 'Mails to be sent, and those that wait for an operator',
      labelNames: ['state'] as const,
      registers,
      async collect() {
        const { waiting, parked } = await outboxCounts(database);
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'parked' }, parked);
      },
    });
  }

  private gaugeDelivery(registers: Registry[]): void {
    const { infrastructure, desk, delivery } = this;
    gauge(registers, 'renewals_mail_held', '1 after an import, until mail is released', async () =>
      Number((await desk.installation()).mail === 'held'),
    );
    gauge(registers, 'renewals_mail_delivery_off', '1 while nothing is handed to a server', () =>
      Number(!isDelivering(infrastructure)),
    );
    gauge(registers, 'renewals_mail_server_down', '1 since the mail server could not be reached', () =>
      Number(delivery.isServerDown),
    );
  }
}

/** Asked whenever somebody reads it. */
function gauge(registers: Registry[], name: string, help: string, value: () => number | Promise<number>): void {
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      this.set(await value());
    },
  });
}
