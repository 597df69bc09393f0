import { IANAZone } from 'luxon';
import { Refusal } from '../shared/refusal';
import type { Instant, Zone } from '../shared/words';
import { quoted } from './quoted';

/** By lower-case name, since case does not matter in zone names: as many as there are zones, whatever is asked for. */
const known = new Map<string, IANAZone>();

/** An IANA name that the runtime knows, kept as given. Throws `INVALID_ZONE`; offsets such as `UTC+3` are no zones. */
export function zone(text: string): Zone {
  ianaZone(text);
  return text as Zone;
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
export function offsetAt(instant: Instant, zone: Zone): number {
  const last = lastAnswer.get(zone);
  if (last?.instant === instant) return last.offset;
  const offset = Math.round(ianaZone(zone).offset(instant) * 60_000);
  lastAnswer.set(zone, { instant, offset });
  return offset;
}

/** Of each zone; many things are decided at one instant. */
const lastAnswer = new Map<Zone, { readonly instant: Instant; readonly offset: number }>();

function ianaZone(name: string): IANAZone {
  // Later runtimes also take +03:00, which is no name.
  const key = /^[A-Za-z][\w+/-]*$/.test(name) ? name.toLowerCase() : '';
  const found = known.get(key);
  if (found) return found;
  if (!IANAZone.isValidZone(key)) {
    throw new Refusal(
      'INVALID_ZONE',
      `${quoted(name)} is no time zone. Write an IANA name such as Europe/Berlin or UTC, not an offset.`,
    );
  }
  const made = IANAZone.create(key);
  known.set(key, made);
  return made;
}
