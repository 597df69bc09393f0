import { ann, byAnn, on, orderId, organizationId } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { isoDate } from '../../term';
import { licenseIssued, runningTrial } from '../examples.spec';
import { issueLicense } from '../issue-license';
import { licenseStream } from '../license-stream';
import { recordExpiry } from '../record-expiry';
import type { TrialRequested } from './events';

const given = specification(licenseStream);
const issued = licenseIssued({ kind: 'trial', origin: 'trial' });
const { licenseId, policy, product, delivery } = issued.data;
const requested: TrialRequested = {
  type: 'TrialRequested',
  data: { licenseId, orderId, organizationId, policy, product, delivery, contactId: ann, requestedBy: byAnn },
};

describe('a trial', () => {
  it('is issued after it was requested', () =>
    given([requested])
      .when(issueLicense, { ...issued.data, origin: 'trial' })
      .then([issued]));

  it('expires when its last day is over', () => {
    given(runningTrial())
      .when(recordExpiry, {}, { now: on('2026-03-31', 23) })
      .thenNothing();
    given(runningTrial())
      .when(recordExpiry, {}, { now: on('2026-04-01', 0) })
      .then([{ type: 'LicenseExpired', data: { expiresOn: isoDate('2026-03-31') } }]);
  });
});
