import { licenseIssued } from '../license/examples.spec';
import { portalPolicy } from '../policy/examples.spec';
import type { RenewalOpened } from '../renewable';
import { berlin, orderId, renewalId } from '../shared/examples.spec';
import type { SoldMaintenance } from '../shared/words';
import { isoDate, period, type Term, termAt } from '../term';
import { license } from '../shared/examples.spec';
import type { LicenseActivated } from '../license';
import type { MaintenanceEnded, MaintenanceLapsed, MaintenanceRenewed, MaintenanceStarted } from './events';

export const lifetime = license('lifetime');

const soldUnder = { policy: portalPolicy.id, policyHash: 'hash', channel: 'store' } as const;

export const sold: SoldMaintenance = { period: period('P1Y'), unitPrice: { amountMinor: 300, currency: 'EUR' } };

/** 2025-03-10 to 2026-03-10, in Berlin. */
export const firstTerm: Term = termAt(isoDate('2025-03-10'), period('P1Y'), 1, berlin);
/** 2026-03-11 to 2027-03-10. */
export const secondTerm: Term = termAt(isoDate('2025-03-10'), period('P1Y'), 2, berlin);

const activated: LicenseActivated = {
  type: 'LicenseActivated',
  data: {
    mode: 'manual',
    kind: 'perpetual',
    ...soldUnder,
    hosting: 'vendor',
    period: period('P1Y'),
    n: 1,
    anchor: firstTerm.anchor,
    startsOn: firstTerm.startsOn,
    zone: berlin,
  },
};

/** A perpetual license that was activated on 2025-03-10. */
export const perpetual = [licenseIssued({ licenseId: lifetime, kind: 'perpetual', maintenance: sold }), activated];

export const maintenanceStarted: MaintenanceStarted = {
  type: 'MaintenanceStarted',
  data: { licenseId: lifetime, orderId, ...soldUnder, unitPrice: sold.unitPrice, ...firstTerm },
};

export const maintenanceClaimed: RenewalOpened = {
  type: 'RenewalOpened',
  data: { renewalId, expiresOn: firstTerm.expiresOn },
};

export function maintenanceRenewed({ expiresOn, period: _kept, ...term }: Term, by = renewalId): MaintenanceRenewed {
  return { type: 'MaintenanceRenewed', data: { renewalId: by, ...term, newExpiresOn: expiresOn, ...soldUnder } };
}

export const maintenanceLapsed: MaintenanceLapsed = {
  type: 'MaintenanceLapsed',
  data: { expiresOn: firstTerm.expiresOn },
};

export const maintenanceEnded: MaintenanceEnded = { type: 'MaintenanceEnded', data: { on: isoDate('2026-01-31') } };
