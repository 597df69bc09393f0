import type { ContactEmailChanged, ContactReachable, MailBounced } from './events';

export type BounceSeverity = MailBounced['data']['severity'];

/** What came back of the mails to a contact. */
export interface Bounces {
  /** Mail to the contact does not arrive, or is complained about. */
  readonly unreachable?: Unreachable;
  /** Mails that were late or refused for the time being, since the contact was last known to be reachable. */
  readonly softBounces: number;
  /** The worst that was reported of each mail, by Message-ID: a report that comes again changes nothing. */
  readonly ofMails: ReadonlyMap<string, BounceSeverity>;
  /** What came back of a mail that was sent before says nothing any more. RFC 3339, UTC. */
  readonly reachableSince?: string;
}

export interface Unreachable {
  /** RFC 3339, UTC. */
  readonly since: string;
  readonly severity: Exclude<BounceSeverity, 'soft'>;
}

const nothingBounced: Bounces = { softBounces: 0, ofMails: new Map() };

export function evolveBounces(
  bounces: Bounces = nothingBounced,
  event: MailBounced | ContactReachable | ContactEmailChanged,
): Bounces {
  if (event.type !== 'MailBounced') {
    return { softBounces: 0, ofMails: bounces.ofMails, reachableSince: event.data.at };
  }
  const { messageId, severity, at } = event.data;
  const ofMails = new Map(bounces.ofMails).set(messageId, severity);
  if (severity === 'soft') return { ...bounces, ofMails, softBounces: bounces.softBounces + 1 };
  return { ...bounces, ofMails, unreachable: { since: bounces.unreachable?.since ?? at, severity } };
}
