import {
  ApproveRenewal,
  ExtendTrial,
  GenerateInvoice,
  RecordCommitment,
  RequestRenewal,
  TerminateLicense,
  WithdrawRenewal,
} from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import {
  isoDate,
  type LicenseId,
  type LicenseEvent,
  Refusal,
  type RenewalEvent,
  type RenewalId,
} from '@renewals/licensing';
import { seededEntropy } from '@renewals/platform';
import type { Command } from '@nestjs/cqrs';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { propertyPatience, propertyRuns } from '../../../../test/support/property-runs';
import { contextOf } from '../../../../test/support/samples';
import { UpcomingRenewals } from './upcoming-renewals';

jest.setTimeout(propertyPatience);

interface Upcoming {
  license: string;
  expiresOn: string;
  stage: string | null;
}

/** From the log alone, with nothing of the view: all licenses in one map, looked through at the end. */
function foldedFromLog(log: readonly RecordedEvent[], now: number): Upcoming[] {
  const licenses = new Map<
    string,
    { annual: boolean; expiresOn?: string; zone?: string; over?: true; claim?: string }
  >();
  const approved = new Set<string>();
  for (const recorded of log) {
    const [, category = '', id = ''] = /^([^-]+)-(.*)$/.exec(recorded.stream) ?? [];
    const event = recorded as unknown as LicenseEvent | RenewalEvent;
    if (category === 'renewal' && event.type === 'RenewalApproved') approved.add(id);
    if (category !== 'license') continue;
    const license = licenses.get(id) ?? { annual: false };
    licenses.set(id, license);
    if (event.type === 'LicenseIssued') license.annual = event.data.kind === 'annual';
    if (event.type === 'LicenseActivated')
      Object.assign(license, { expiresOn: event.data.expiresOn, zone: event.data.zone });
    if (event.type === 'RenewalOpened') license.claim = event.data.renewalId;
    if (event.type === 'RenewalReleased') delete license.claim;
    if (['LicenseRenewed', 'LicenseExpired', 'LicenseTerminated'].includes(event.type)) license.over = true;
  }
  const stageOf = (claim: string | undefined) => (claim ? (approved.has(claim) ? 'approved' : 'requested') : null);
  const upcoming = [...licenses].flatMap(([license, { annual, expiresOn, zone, over, claim }]) => {
    if (!annual || over || !expiresOn || !zone) return [];
    const today = DateTime.fromMillis(now, { zone }).toISODate() ?? '';
    const daysLeft = DateTime.fromISO(expiresOn).diff(DateTime.fromISO(today), 'days').days;
    return daysLeft >= 0 && daysLeft <= 90 ? [{ license, expiresOn, stage: stageOf(claim) }] : [];
  });
  return upcoming.sort((one, other) =>
    `${one.expiresOn} ${one.license}` < `${other.expiresOn} ${other.license}` ? -1 : 1,
  );
}

/** What people do, drawn from a seed: most of it is refused, some goes through. */
class Desk {
  private sent = 0;

  constructor(
    private readonly engine: EngineInTime,
    private readonly seed: number,
  ) {}

  async work(commands: number): Promise<void> {
    for (let n = 0; n < commands; n += 1) {
      try {
        await this.engine.do(await this.next());
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  private async next(): Promise<Command<unknown>> {
    const context = contextOf(`${this.seed} ${(this.sent += 1)}`);
    const licenses: [LicenseId, string][] = [];
    const renewals: RenewalId[] = [];
    for (const { stream, type, data } of await this.engine.events()) {
      if (type === 'LicenseActivated') licenses.push([stream.slice(8) as LicenseId, String(data['expiresOn'])]);
      if (type === 'RenewalRequested') renewals.push(stream.slice(8) as RenewalId);
    }
    const [license, expiresOn] = licenses[this.draw('license', licenses.length)] ?? ['' as LicenseId, ''];
    const renewal = renewals[this.draw('renewal', renewals.length)] ?? ('none' as RenewalId);
    const request = () =>
      new RequestRenewal(
        [{ subject: { kind: 'license', id: license }, currentExpiresOn: isoDate(expiresOn) }],
        'sales',
        context,
      );
    const today = isoDate(new Date(this.engine.clock.now()).toISOString().slice(0, 10));
    const choices: (() => Command<unknown>)[] = [
      request,
      request,
      request,
      () => new ApproveRenewal(renewal, context),
      () => new ApproveRenewal(renewal, context),
      () => new RecordCommitment(renewal, 'purchase-order', 'PO 1', context),
      () => new GenerateInvoice(renewal, undefined, context),
      () => new GenerateInvoice(renewal, undefined, context),
      () => new WithdrawRenewal(renewal, 'by-sales', context),
      () => new ExtendTrial(license, context),
      () => (this.sent % 5 === 0 ? new TerminateLicense(license, today, 'asked for', context) : request()),
    ];
    return (choices[this.draw('command', choices.length)] ?? request)();
  }

  /** From 0 to below `end`. */
  draw(what: string, end: number): number {
    return end === 0 ? 0 : seededEntropy(this.seed).bytes('desk', what, this.sent, 4).readUInt32BE() % end;
  }
}

const zones = ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Vancouver', 'UTC'];

describe('the upcoming-renewals view', () => {
  it('is what anybody can fold from the log', async () => {
    let compared = 0;
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
      const engine = await EngineInTime.begin({ at: '2026-01-10T12:00:00Z', seed });
      const desk = new Desk(engine, seed);
      const anchorOf = (n: number) => isoDate(`2025-0${1 + ((seed + n) % 6)}-1${1 + (n % 9)}`);
      for (const [index, zone] of zones.entries()) {
        const sold = { zone, anchor: anchorOf(index) };
        const trial = { zone, anchor: '2026-01-01', period: 'P30D', more: { kind: 'trial' as const } };
        const soon = { zone, anchor: '2025-12-20', period: 'P1M' };
        await engine.imported(`company ${seed} ${index}`, {
          [`${seed} ${index} annual`]: sold,
          [`${seed} ${index} trial`]: trial,
          [`${seed} ${index} monthly`]: soon,
        });
      }
      for (let days = 0; days < 90; days += 1 + desk.draw(`days ${days}`, 20)) {
        await engine.until(new Date(Date.parse('2026-01-10T12:00:00Z') + days * 86_400_000).toISOString());
        await desk.work(4);
        await engine.caughtUp();
        const now = engine.clock.now();
        const page = await engine.get(UpcomingRenewals).page({ tab: 'annual', now, limit: 1_000 });
        const shown = page.map(({ license, expiresOn, stage }) => ({ license, expiresOn, stage }));
        expect(shown).toEqual(foldedFromLog(await engine.events(), now));
        compared += new Set(shown.map(({ stage }) => stage)).size;
      }
      await engine.close();
    });
    await fc.assert(property, propertyRuns(2, 40));
    expect(compared).toBeGreaterThan(10);
  });
});
