import {
  activateLicense,
  addDays,
  addQuota,
  alignLicense,
  convertTrial,
  extendTrial,
  instantAt,
  issueLicense,
  type License,
  type LicenseEvent,
  type LicenseId,
  localDate,
  moveLicenseToPolicy,
  openRenewal,
  type OrderId,
  reactivateLicense,
  recordExpiry,
  type RenewalId,
  requestTrial,
  terminateLicense,
} from '@renewals/licensing';
import fc from 'fast-check';
import type { Acts, Lives } from '../lives';
import { byCustomer, bySales, bySupport } from '../renewals/sold';
import { ann, berlin, someDay, Trial, trialGrant } from './trial';

const act =
  (decide: (license: License, trial: Trial, which: number) => readonly LicenseEvent[]): Acts<Trial>[string] =>
  (trial, which) =>
    void trial.license.decide(trial.now, (license) => decide(license, trial, which));

const today = ({ now }: Trial) => localDate(now, berlin);
const expiryOf = (license: License, trial: Trial) =>
  'term' in license && license.term ? license.term.expiresOn : today(trial);

/** Every way in which anybody might try to make a trial longer, and what happens to one otherwise. */
const acts: Acts<Trial> = {
  request: act((license, { policy, company }) => {
    const { licenseId, orderId, organizationId, product, delivery } = trialGrant;
    const asked = { licenseId, orderId, organizationId, policy: policy.id, product, delivery };
    return requestTrial(
      license,
      { ...asked, contactId: ann, requestedBy: { type: 'customer', id: ann } },
      { policy, organization: company },
    );
  }),
  issue: act((license) => issueLicense(license, trialGrant)),
  activate: act((license, trial) =>
    activateLicense(license, { zone: berlin, handshakeCode: 'code', keyFingerprint: 'print' }, trial),
  ),
  extend: act((license, trial) => extendTrial(license, { requestedBy: byCustomer }, trial)),
  extendBySupport: act((license, trial) => extendTrial(license, { requestedBy: bySupport }, trial)),
  reactivate: act((license, trial, which) =>
    reactivateLicense(license, { until: addDays(today(trial), 1 + which), reason: 'please', by: bySupport }, trial),
  ),
  align: act((license, trial, which) =>
    alignLicense(
      license,
      {
        alignmentId: 'alignment',
        currentExpiresOn: expiryOf(license, trial),
        targetDate: addDays(today(trial), 1 + which * 30),
      },
      trial,
    ),
  ),
  renew: act((license, trial) =>
    openRenewal(
      license,
      {
        renewalId: 'renewal' as RenewalId,
        currentExpiresOn: expiryOf(license, trial),
        source: 'sales',
        requestedBy: bySales,
      },
      trial,
    ),
  ),
  addQuota: act((license, trial) =>
    addQuota(
      license,
      { newLicenseId: 'more' as LicenseId, quantity: 1, paymentMethod: 'card', requestedBy: bySales },
      trial,
    ),
  ),
  movePolicy: act((license, _trial, which) =>
    moveLicenseToPolicy(license, { policy: trialGrant.policy, policyHash: `hash ${which % 2}` }),
  ),
  convert: act((license, trial) =>
    convertTrial(license, { newLicenseId: 'bought' as LicenseId, orderId: 'paid' as OrderId, on: today(trial) }),
  ),
  terminate: act((license, trial) =>
    terminateLicense(license, { on: today(trial), by: bySupport, reason: 'asked for' }),
  ),
  expire: act((license, { now }) => recordExpiry(license, {}, { now })),
};

export const trialLives: Lives<Trial, number> = {
  beginnings: fc.nat(24),
  begin: (hour) => {
    const trial = new Trial(instantAt(someDay, hour % 24, berlin));
    acts['request']?.(trial, 0);
    acts['issue']?.(trial, 0);
    acts['activate']?.(trial, 0);
    return trial;
  },
  acts,
  journeys: [
    ['extend', 'extend'],
    ['extend', 'expire', 'extend'],
    ['expire', 'reactivate'],
    ['align', 'extend'],
    ['renew'],
  ],
};
