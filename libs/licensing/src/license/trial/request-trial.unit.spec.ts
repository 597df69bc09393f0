import { organizationStream } from '../../organization';
import { companyOfAnnAnd } from '../../organization/examples.spec';
import { portalPolicy } from '../../policy/examples.spec';
import { ann, bob, byAnn, byBob, bySales, eve, license, orderId, organizationId } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { fold } from '../../shared/stream';
import type { LicenseEvent } from '../events';
import { licenseExpired, runningTrial, trialConverted } from '../examples.spec';
import { licenseStream } from '../license-stream';
import { requestTrial, type RequestTrial } from './request-trial';

const given = specification(licenseStream);
const decision = { organization: fold(organizationStream, companyOfAnnAnd('bob')), policy: portalPolicy };
const request: RequestTrial = {
  licenseId: license('trial'),
  orderId,
  organizationId,
  policy: portalPolicy.id,
  product: 'Reader',
  delivery: 'cloud',
  contactId: ann,
  requestedBy: byAnn,
};
const requested = { type: 'TrialRequested', data: request } as const;
const byBobForHimself = { ...request, contactId: bob, requestedBy: byBob };

describe('requesting a trial [F54]', () => {
  it('is for the contacts of a company, by themselves or by sales', () => {
    given([]).when(requestTrial, request, decision).then([requested]);
    given([])
      .when(requestTrial, { ...request, requestedBy: bySales }, decision)
      .then([{ ...requested, data: { ...request, requestedBy: bySales } }]);
  });

  it('is not for others: nobody learns which companies there are', () => {
    given([])
      .when(requestTrial, { ...request, contactId: eve, requestedBy: { type: 'customer', id: eve } }, decision)
      .thenRefused('NOT_FOUND');
    given([])
      .when(requestTrial, { ...request, requestedBy: byBob }, decision)
      .thenRefused('NOT_FOUND');
    given([])
      .when(requestTrial, request, { ...decision, organization: organizationStream.initial })
      .thenRefused('NOT_FOUND');
  });

  it.each<[string, LicenseEvent[]]>([
    ['is on its way', [requested]],
    ['runs', [requested, ...runningTrial()]],
    ['has expired', [requested, ...runningTrial(), licenseExpired]],
    ['was converted', [requested, ...runningTrial(), trialConverted]],
  ])('is done once for a company and product: not again when the first %s', (_when, history) =>
    given(history)
      .when(requestTrial, byBobForHimself, decision)
      .thenRefused('TRIAL_ALREADY_REQUESTED', portalPolicy.vendor.salesEmail),
  );
});
