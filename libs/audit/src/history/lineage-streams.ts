import type { LicenseId } from '@renewals/licensing';
import type { LoggedEvent } from '../log/logged-events';

/** Events of a license and of every license before and after it by renewal. Empty for a license that is not there. */
export async function lineageEvents(
  licenseId: LicenseId,
  read: (stream: string) => Promise<readonly LoggedEvent[]>,
): Promise<ReadonlyMap<LicenseId, readonly LoggedEvent[]>> {
  const lineage = new Map<LicenseId, readonly LoggedEvent[]>();
  const found = new Set([licenseId]);
  // A set is walked to its end also when it grows on the way.
  for (const id of found) {
    const events = await read(`license-${id}`);
    if (events.length > 0) lineage.set(id, events);
    for (const event of events) neighboursBy(event).forEach((neighbour) => found.add(neighbour));
  }
  return lineage;
}

function neighboursBy(event: LoggedEvent): readonly LicenseId[] {
  if (event.type === 'LicenseRenewed') return [event.data.successorId];
  if (event.type === 'TrialConverted') return [event.data.newLicenseId];
  if (event.type !== 'LicenseIssued' || event.data.origin === 'add-quota') return [];
  return event.data.predecessorId ? [event.data.predecessorId] : [];
}
