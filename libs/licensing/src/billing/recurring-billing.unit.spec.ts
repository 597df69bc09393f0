import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { oldTerm } from '../license/examples.spec';
import { ann, berlin, byAnn, license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate } from '../term';
import { cancelRecurringBilling } from './cancel-recurring-billing';
import { enableRecurringBilling } from './enable-recurring-billing';
import type { RecurringBillingCancelled, RecurringBillingEnabled, RecurringBillingResumed } from './events';
import { importAgreement } from './import-agreement';
import { resumeRecurringBilling } from './resume-recurring-billing';
import { billingAgreementStream } from './state';

const given = specification(billingAgreementStream);
const licenseId = license('old');
const enabled: RecurringBillingEnabled = {
  type: 'RecurringBillingEnabled',
  data: { licenseId, billingContactId: ann },
};
const cancelledOn = (date: string): RecurringBillingCancelled => ({
  type: 'RecurringBillingCancelled',
  data: { licenseId, cancelledOn: isoDate(date), termEnd: oldTerm.expiresOn, by: byAnn },
});
const cancelled = cancelledOn('2026-02-07');
const byCustomer = { licenseId, by: byAnn };

describe('enabling recurring billing', () => {
  it('is done once', () => {
    given([]).when(enableRecurringBilling, enabled.data).then([enabled]);
    given([enabled]).when(enableRecurringBilling, enabled.data).thenNothing();
  });

  it('is no way back from a cancellation', () =>
    given([enabled, cancelled]).when(enableRecurringBilling, enabled.data).thenRefused('NOT_ALLOWED', 'Resume'));
});

describe('cancelling recurring billing', () => {
  const at = (now: number) => ({ now, policy: recurringPolicy, term: oldTerm });

  it('takes more than 30 days before the expiry, to the day in its zone', () => {
    given([enabled])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-02-07', 23)))
      .then([cancelled]);
    given([enabled])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-02-08', 0)))
      .thenRefused('CANCELLATION_CUTOFF_PASSED', /2026-02-07.*sales@/);
  });

  it('has no cut-off where the policy has no recurring billing', () =>
    given([enabled])
      .when(cancelRecurringBilling, byCustomer, { ...at(on('2026-03-01')), policy: portalPolicy })
      .then([cancelledOn('2026-03-01')]));

  it('is done once, for what was agreed', () => {
    given([enabled, cancelled])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-03-01')))
      .thenNothing();
    given([])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-01-01')))
      .thenRefused('NOT_FOUND');
  });
});

describe('resuming recurring billing', () => {
  const decision = { now: on('2026-02-20'), zone: berlin };
  const resumed: RecurringBillingResumed = {
    type: 'RecurringBillingResumed',
    data: { licenseId, resumedOn: isoDate('2026-02-20'), by: byAnn },
  };

  it('undoes a cancellation, once', () => {
    given([enabled, cancelled]).when(resumeRecurringBilling, byCustomer, decision).then([resumed]);
    given([enabled, cancelled, resumed]).when(resumeRecurringBilling, byCustomer, decision).thenNothing();
  });

  it('needs something to resume', () =>
    given([]).when(resumeRecurringBilling, byCustomer, decision).thenRefused('NOT_FOUND', 'Enable it'));
});

describe('importing the agreement', () => {
  const flag = { licenseId, billingContactId: ann, asOf: isoDate('2026-01-31'), by: byAnn };

  it('takes over what the customer had chosen', () => {
    given([])
      .when(importAgreement, { ...flag, recurring: true })
      .then([enabled]);
    given([])
      .when(importAgreement, { ...flag, recurring: false })
      .then([{ type: 'RecurringBillingCancelled', data: { licenseId, cancelledOn: flag.asOf, by: byAnn } }]);
  });

  it('is done once', () =>
    given([cancelled])
      .when(importAgreement, { ...flag, recurring: true })
      .thenNothing());
});
