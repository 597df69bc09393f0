import {
  type DomainEvent,
  type License,
  type LicenseEvent,
  type Maintenance,
  type RenewalId,
  type Term,
} from '@renewals/licensing';
import type { MemoryStream } from '../memory-stream';
import type { Desk } from './desk';

/** A term, and the one that a renewal put behind it. */
export interface Succession {
  readonly old: Term;
  readonly next: Term;
  readonly by?: RenewalId;
}

/** Every term that was renewed and the next one, as both are now: either may have been moved since. */
export function successionsNow(desk: Desk): readonly Succession[] {
  return [...licensesNow(desk), ...[...desk.maintenances.values()].flatMap(({ state }) => maintenanceNow(state))];
}

/** The same as both were when the next term was recorded. */
export function successionsAsRecorded(desk: Desk): readonly Succession[] {
  const licenses = [...desk.licenses.values()].flatMap((stream) =>
    renewalsIn(stream, ({ event, before }) => {
      if (event.type !== 'LicenseRenewed') return [];
      const { renewalId: by, successorId } = event.data;
      const [old, next] = [termOf(before), grantedTo(desk.license(successorId).events)];
      return old && next ? [{ old, next, by }] : [];
    }),
  );
  const maintenances = [...desk.maintenances.values()].flatMap((stream) =>
    renewalsIn(stream, ({ event, before, after }) =>
      event.type === 'MaintenanceRenewed' && before.status !== 'none' && after.status !== 'none'
        ? [{ old: before.term, next: after.term, by: event.data.renewalId }]
        : [],
    ),
  );
  return [...licenses, ...maintenances];
}

interface Moment<State, Event> {
  readonly event: Event;
  readonly before: State;
  readonly after: State;
}

function renewalsIn<State, Event extends DomainEvent>(
  { definition: { initial, evolve }, events }: MemoryStream<State, Event>,
  successionsAt: (moment: Moment<State, Event>) => Succession[],
): Succession[] {
  let before = initial;
  return events.flatMap((event) => {
    const after = evolve(before, event);
    const found = successionsAt({ event, before, after });
    before = after;
    return found;
  });
}

function licensesNow(desk: Desk): Succession[] {
  return [...desk.licenses.values()].flatMap(({ state }) => {
    if (state.status === 'unissued' || state.grant.origin !== 'renewal' || !state.grant.predecessorId) return [];
    const [old, next] = [termOf(desk.license(state.grant.predecessorId).state), termOf(state)];
    return old && next ? [{ old, next }] : [];
  });
}

function maintenanceNow(maintenance: Maintenance): Succession[] {
  if (maintenance.status === 'none') return [];
  const terms = [...maintenance.earlier, maintenance.term];
  return terms.slice(1).map((next, index) => ({ old: terms[index] ?? next, next }));
}

function grantedTo(events: readonly LicenseEvent[]): Term | undefined {
  const [activated] = events.flatMap((event) => (event.type === 'LicenseActivated' ? event.data : []));
  const { expiresOn } = activated ?? {};
  return activated && expiresOn ? { ...activated, expiresOn } : undefined;
}

function termOf(license: License): Term | undefined {
  return 'term' in license ? license.term : undefined;
}
