import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { byAnn, bySales, license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { addQuota, type AddQuota } from './add-quota';
import type { QuotaAdded } from './events';
import { licenseIssued, running } from './examples.spec';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);
const added: QuotaAdded = { type: 'QuotaAdded', data: { newLicenseId: license('more'), quantity: 3 } };
const byCustomer: AddQuota = { ...added.data, requestedBy: byAnn };
const inFebruary = { now: on('2026-02-01'), policy: portalPolicy };

describe('adding quota', () => {
  it('names the license which it makes, once', () => {
    given(running).when(addQuota, byCustomer, inFebruary).then([added]);
    given([...running, added])
      .when(addQuota, byCustomer, inFebruary)
      .thenNothing();
  });

  it('is left to sales where the policy says so', () => {
    const policy = recurringPolicy;
    given(running)
      .when(addQuota, byCustomer, { ...inFebruary, policy })
      .thenRefused('QUOTA_CHANNEL_NOT_ALLOWED', policy.vendor.salesEmail);
    given(running)
      .when(addQuota, { ...byCustomer, requestedBy: bySales }, { ...inFebruary, policy })
      .then([added]);
  });

  it('is for licenses that run, in whole numbers', () => {
    given(running)
      .when(addQuota, { ...byCustomer, quantity: 0 }, inFebruary)
      .thenRefused('INVALID_COUNT');
    given([licenseIssued()]).when(addQuota, byCustomer, inFebruary).thenRefused('LICENSE_NOT_ACTIVATED');
    given(running)
      .when(addQuota, byCustomer, { ...inFebruary, now: on('2026-03-11', 0) })
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
  });
});
