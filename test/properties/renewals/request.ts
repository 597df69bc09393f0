import { licenseKind, maintenanceKind } from '@renewals/commands';
import {
  addDays,
  multiply,
  Refusal,
  type RenewalId,
  type RenewalLine,
  requestRenewal,
  type RenewalSource,
  type Actor,
  type Subject,
} from '@renewals/licensing';
import type { AnySubject, Desk } from './desk';

export interface Asked {
  readonly source: RenewalSource;
  readonly by: Actor;
  /** How old the expiry is that a slow client states. */
  readonly staleDays?: number;
}

/** Claims each term, then requests the renewal of those that were won. */
export function request(desk: Desk, subjects: readonly AnySubject[], { source, by, staleDays = 0 }: Asked): void {
  const renewalId = `renewal ${desk.renewals.length}` as RenewalId;
  const lines: RenewalLine[] = [];
  for (const each of subjects) {
    const term = each.renewable()?.term;
    if (!term) continue;
    const currentExpiresOn = addDays(term.expiresOn, -staleDays);
    const command = { renewalId, currentExpiresOn, source, requestedBy: by };
    const opened = each.open(desk.now, command, { policy: desk.policy, channel: desk.channel });
    if (opened instanceof Refusal) continue;
    lines.push({ subject: each.subject, currentExpiresOn, zone: term.zone, ...pricedOf(desk, each.subject) });
  }
  if (lines.length === 0) return;
  const command = { renewalId, source, requestedBy: by, lines, refused: [], terms: [desk.terms.renewal] };
  desk.newRenewal().decide(desk.now, (state) => requestRenewal(state, command, { now: desk.now, policy: desk.policy }));
}

export function pricedOf(desk: Desk, { kind, id }: Subject): Pick<RenewalLine, 'quota' | 'amount'> {
  const license = desk.license(id).state;
  if (license.status === 'unissued') throw new Error(`License ${id} is not there`);
  const { quota } = license.grant;
  const unitPrice = (kind === 'license' ? licenseKind : maintenanceKind).unitPrice(license.grant);
  return { quota, amount: multiply(unitPrice, quota) };
}
