import { portalPolicy } from '../policy/examples.spec';
import type { RenewalOpened } from '../renewable';
import { berlin, bySupport, license, oldLicense, orderId, organizationId, renewalId } from '../shared/examples.spec';
import { isoDate, period, type Term, termAt } from '../term';
import type {
  LicenseActivated,
  LicenseExpired,
  LicenseIssued,
  LicenseRenewed,
  LicenseTerminated,
  QuotaAdded,
} from './events';
import type { TrialConverted } from './trial/events';

/** 2025-03-10 to 2026-03-10, in Berlin. */
export const oldTerm: Term = termAt(isoDate('2025-03-10'), period('P1Y'), 1, berlin);
/** 2026-03-11 to 2027-03-10. */
export const nextTerm: Term = termAt(isoDate('2025-03-10'), period('P1Y'), 2, berlin);

export function licenseIssued(data: Partial<LicenseIssued['data']> = {}): LicenseIssued {
  return {
    type: 'LicenseIssued',
    data: {
      licenseId: oldLicense.id,
      orderId,
      organizationId,
      policy: portalPolicy.id,
      policyHash: 'hash',
      channel: 'store',
      product: 'Reader',
      kind: 'annual',
      delivery: 'cloud',
      hosting: 'vendor',
      period: period('P1Y'),
      quota: 5,
      unitPrice: { amountMinor: 1200, currency: 'EUR' },
      origin: 'purchase',
      ...data,
    },
  };
}

export function licenseActivated(data: Partial<LicenseActivated['data']> = {}): LicenseActivated {
  return {
    type: 'LicenseActivated',
    data: {
      mode: 'manual',
      kind: 'annual',
      policy: portalPolicy.id,
      policyHash: 'hash',
      channel: 'store',
      hosting: 'vendor',
      ...oldTerm,
      ...data,
    },
  };
}

/** 2026-03-01 to 2026-03-31. */
export function runningTrial() {
  const term = termAt(isoDate('2026-03-01'), period('P30D'), 1, berlin);
  return [
    licenseIssued({ kind: 'trial', origin: 'trial', period: term.period }),
    licenseActivated({ mode: 'trial', kind: 'trial', ...term }),
  ];
}

export const renewalOpened: RenewalOpened = {
  type: 'RenewalOpened',
  data: { renewalId, expiresOn: oldTerm.expiresOn },
};

export const licenseRenewed: LicenseRenewed = {
  type: 'LicenseRenewed',
  data: {
    renewalId,
    successorId: license('new'),
    startsOn: nextTerm.startsOn,
    newExpiresOn: nextTerm.expiresOn,
    zone: berlin,
  },
};

export const licenseExpired: LicenseExpired = { type: 'LicenseExpired', data: { expiresOn: oldTerm.expiresOn } };

export const licenseTerminated: LicenseTerminated = {
  type: 'LicenseTerminated',
  data: { on: isoDate('2026-01-31'), by: bySupport, reason: 'asked for' },
};

export const running = [licenseIssued(), licenseActivated()];

/** Somebody bought license `bought` for the trial, and it starts on 10 March. */
export const trialConverted: TrialConverted = {
  type: 'TrialConverted',
  data: { newLicenseId: license('bought'), orderId, on: isoDate('2026-03-10') },
};

/** Three more units, to the end of the old term, by the license `more`. */
export const quotaAdded: QuotaAdded = {
  type: 'QuotaAdded',
  data: {
    newLicenseId: license('more'),
    quantity: 3,
    term: { ...oldTerm, anchor: oldTerm.expiresOn, n: 0, startsOn: isoDate('2026-02-01') },
    // 38 of 366 days of 36.00.
    amount: { amountMinor: 374, currency: 'EUR' },
    paymentMethod: 'card',
  },
};
