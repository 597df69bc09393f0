import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { oldTerm } from '../license/examples.spec';
import { ann, byAnn, license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { endsAt, isoDate, zone } from '../term';
import { cancelRecurringBilling } from './cancel-recurring-billing';
import { enableRecurringBilling, keepRecurringBilling } from './enable-recurring-billing';
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
  const offered = { policy: recurringPolicy, channel: 'store' } as const;

  it('is done once', () => {
    given([]).when(enableRecurringBilling, enabled.data, offered).then([enabled]);
    given([enabled]).when(enableRecurringBilling, enabled.data, offered).thenNothing();
  });

  it('is no way back from a cancellation', () =>
    given([enabled, cancelled])
      .when(enableRecurringBilling, enabled.data, offered)
      .thenRefused('NOT_ALLOWED', 'Resume'));

  it('is refused where the vendor has none', () =>
    given([])
      .when(enableRecurringBilling, enabled.data, { ...offered, policy: portalPolicy })
      .thenRefused('NOT_ALLOWED', 'Request the renewal'));

  it('goes on with a successor, once', () => {
    given([]).when(keepRecurringBilling, enabled.data).then([enabled]);
    given([enabled, cancelled]).when(keepRecurringBilling, enabled.data).thenNothing();
  });
});

describe('cancelling recurring billing', () => {
  const at = (now: number) => ({ now, policy: recurringPolicy, channel: 'store', term: oldTerm }) as const;

  it('takes more than 30 days before the expiry, to the day in its zone [L8]', () => {
    given([enabled])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-02-07', 23)))
      .then([cancelled]);
    given([enabled])
      .when(cancelRecurringBilling, byCustomer, at(on('2026-02-08', 0)))
      .thenRefused('CANCELLATION_CUTOFF_PASSED', /2026-02-07.*sales@/);
  });

  it.each(['Pacific/Kiritimati', 'Asia/Kathmandu', 'America/Havana', 'Pacific/Honolulu'])(
    'counts its days in %s, however far from UTC [L8]',
    (name) => {
      const there = zone(name);
      const cutOff = endsAt(isoDate('2026-02-07'), there);
      const cancelling = (now: number) =>
        given([enabled]).when(cancelRecurringBilling, byCustomer, { ...at(now), term: { ...oldTerm, zone: there } });
      cancelling(cutOff - 1).then([cancelled]);
      cancelling(cutOff).thenRefused('CANCELLATION_CUTOFF_PASSED', '2026-02-07 was the last day');
    },
  );

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
  const soldUnder = { policy: recurringPolicy.id, policyHash: 'hash', channel: 'store' } as const;
  const subject = { kind: 'license', id: licenseId } as const;
  const decision = { now: on('2026-02-20'), subject, term: oldTerm, soldUnder };
  const { startsOn, expiresOn, zone } = oldTerm;
  const resumed: RecurringBillingResumed = {
    type: 'RecurringBillingResumed',
    data: {
      licenseId,
      resumedOn: isoDate('2026-02-20'),
      by: byAnn,
      subject,
      term: { startsOn, expiresOn, zone },
      ...soldUnder,
    },
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
