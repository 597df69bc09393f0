import { ApproveRenewal, GenerateInvoice, RequestRenewal } from '@renewals/commands';
import { type EventMetadata } from '@renewals/event-store';
import { isoDate, type RenewalId } from '@renewals/licensing';
import type { EngineInTime } from '../../../test/support/engine-in-time';
import { contextOf, licenseId, licenseSubject } from '../../../test/support/samples';

/** Sales asks for the renewal of the license, which expires on 2026-03-11 if nothing else is said; not a spec itself. */
export async function requested(
  engine: EngineInTime,
  name = 'reader',
  currentExpiresOn = '2026-03-11',
): Promise<RenewalId> {
  const line = { subject: licenseSubject(name), currentExpiresOn: isoDate(currentExpiresOn) };
  const { renewalId } = await engine.do(new RequestRenewal([line], 'sales', contextOf(`request ${name}`)));
  return renewalId;
}

export async function approved(engine: EngineInTime, name?: string, currentExpiresOn?: string): Promise<RenewalId> {
  const renewal = await requested(engine, name, currentExpiresOn);
  await engine.do(new ApproveRenewal(renewal, contextOf(`approve ${renewal}`)));
  return renewal;
}

export async function invoice(engine: EngineInTime, renewal: RenewalId): Promise<void> {
  await engine.do(new GenerateInvoice(renewal, undefined, contextOf(`invoice ${renewal}`)));
  await engine.worker.settle();
}

export const streamOf = (name: string) => `license-${licenseId(name)}`;

/** What is on record about it and when, `2026-03-11T23:00:00.000Z LicenseExpired`. */
export async function recordedIn(engine: EngineInTime, stream: string): Promise<string[]> {
  const events = await engine.events(stream);
  return events.map(({ type, metadata }) => `${(metadata as EventMetadata).recordedAt} ${type}`);
}

/** Every decision about a reminder: `60 sent`, `30 suppressed superseded`, in the order of the log. */
export async function reminderDecisions(engine: EngineInTime): Promise<string[]> {
  const events = (await engine.events()).filter(({ type }) => /^Reminder(Sent|Suppressed|Failed)$/.test(type));
  return events.map(({ type, data }) => {
    const outcome = type.slice('Reminder'.length).toLowerCase();
    return [data['offset'], outcome, ...(data['reason'] === undefined ? [] : [data['reason']])].join(' ');
  });
}
