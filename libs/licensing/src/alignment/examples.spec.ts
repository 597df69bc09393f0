import { oldTerm } from '../license/examples.spec';
import { portalPolicy } from '../policy/examples.spec';
import { berlin, bySupport, license, oldLicense, organizationId } from '../shared/examples.spec';
import type { Subject } from '../shared/words';
import { isoDate } from '../term';
import type { AlignmentApproved, AlignmentLine, AlignmentProposed } from './events';
import type { TermToAlign } from './propose-alignment';

export const lifetimeMaintenance: Subject = { kind: 'maintenance', id: license('lifetime') };

/** The license to 2026-03-10, for 60.00 a year. */
export const licenseTerm: TermToAlign = {
  subject: oldLicense,
  term: oldTerm,
  price: { amountMinor: 6000, currency: 'EUR' },
  organizationId,
  policy: portalPolicy.id,
};

/** Maintenance to 2026-09-01, for 36.50 a year. */
export const maintenanceTerm: TermToAlign = {
  ...licenseTerm,
  subject: lifetimeMaintenance,
  term: { ...oldTerm, startsOn: isoDate('2025-09-02'), expiresOn: isoDate('2026-09-01') },
  price: { amountMinor: 3650, currency: 'EUR' },
};

/** To 2026-06-30: 112 more days of the license. */
export const longerLine: AlignmentLine = {
  subject: oldLicense,
  currentExpiresOn: isoDate('2026-03-10'),
  zone: berlin,
  days: 112,
  amount: { amountMinor: 1841, currency: 'EUR' },
  shortens: false,
};

/** To 2026-06-30: 63 days less of the maintenance. */
export const shorterLine: AlignmentLine = {
  subject: lifetimeMaintenance,
  currentExpiresOn: isoDate('2026-09-01'),
  zone: berlin,
  days: -63,
  amount: { amountMinor: -630, currency: 'EUR' },
  shortens: true,
};

export function alignmentProposed(lines: readonly AlignmentLine[] = [longerLine, shorterLine]): AlignmentProposed {
  return {
    type: 'AlignmentProposed',
    data: {
      alignmentId: 'alignment',
      organizationId,
      policy: portalPolicy.id,
      targetDate: isoDate('2026-06-30'),
      lines,
      proposedBy: bySupport,
    },
  };
}

export const alignmentApproved: AlignmentApproved = {
  type: 'AlignmentApproved',
  data: { approvedBy: bySupport, choices: [{ subject: lifetimeMaintenance, shortening: 'credit' }] },
};
