import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Zone } from '../shared/words';
import { localDate, termAt } from '../term';
import { activation } from './activation';
import type { GrantedTerm, LicenseActivated, LicenseIssued, LicenseKeyGenerated } from './events';
import type { HandshakeCodeAssigned } from './handshake/events';
import { isIssued, isNotConverted, isNotTerminated } from './rules';
import type { License } from './state';

export interface ActivateLicense {
  /** The organization's; the vendor's when left out. The term keeps it for good. */
  readonly zone?: Zone;
  /** What its clients are to point at, if it is trackable. */
  readonly handshakeCode: string;
  /** Of its key, if it is classic. */
  readonly keyFingerprint: string;
}

const isNotActivated: Rule<License, ActivateLicense, Decision> = (license) =>
  license.status === 'issued'
    ? undefined
    : refused('LICENSE_ALREADY_ACTIVATED', 'This license is activated already. See its term in Order > Full License.');

const rules = [isIssued, isNotTerminated, isNotConverted, isNotActivated];

/** Makes a license usable; its term runs from today (P), and of a classic license from its key (L). */
export function activateLicense(
  license: License,
  command: ActivateLicense,
  decision: Decision,
): (LicenseActivated | LicenseKeyGenerated | HandshakeCodeAssigned)[] {
  enforce(rules, license, command, decision);
  if (license.status !== 'issued') return [];
  const { grant } = license;
  const mode = grant.kind === 'trial' ? 'trial' : 'manual';
  return [activation(grant, mode, firstTerm(grant, command, decision)), ...toUseItBy(grant, command)];
}

function firstTerm({ kind, period }: LicenseIssued['data'], command: ActivateLicense, decision: Decision): GrantedTerm {
  const { now, policy } = decision;
  const zone = command.zone ?? policy.vendor.zone;
  const today = localDate(now, zone);
  if (kind === 'trial') return termAt(today, policy.trial.period, 1, zone);
  const term = termAt(today, period, 1, zone);
  return kind === 'perpetual' ? withoutExpiry(term) : term;
}

function withoutExpiry({ expiresOn: _never, ...term }: GrantedTerm): GrantedTerm {
  return term;
}

/** A key, a handshake code, or nothing at all, by its delivery (P). */
function toUseItBy(
  { delivery }: LicenseIssued['data'],
  { handshakeCode, keyFingerprint }: ActivateLicense,
): (LicenseKeyGenerated | HandshakeCodeAssigned)[] {
  switch (delivery) {
    case 'classic':
      return [{ type: 'LicenseKeyGenerated', data: { fingerprint: keyFingerprint } }];
    case 'trackable':
      return [{ type: 'HandshakeCodeAssigned', data: { code: handshakeCode } }];
    case 'cloud':
      return [];
  }
}
