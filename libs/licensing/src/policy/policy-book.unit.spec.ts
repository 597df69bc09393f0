import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { PolicyRecorded } from './events';
import { portalPolicy, recurringPolicy } from './examples.spec';
import { policyBookStream } from './policy-book';
import { recordPolicies } from './record-policies';

const given = specification(policyBookStream);
const changed = { ...portalPolicy, upcomingDays: 30 };
const recorded = (policy: typeof portalPolicy, policyHash: string): PolicyRecorded => ({
  type: 'PolicyRecorded',
  data: { policy: policy.id, policyHash, document: policy },
});

describe('the policy book', () => {
  const portal = { policy: portalPolicy, hash: 'one' };
  const recurring = { policy: recurringPolicy, hash: 'two' };

  it('takes in what it does not hold yet', () => {
    given([])
      .when(recordPolicies, { configured: [portal, recurring] })
      .then([recorded(portalPolicy, 'one'), recorded(recurringPolicy, 'two')]);
    given([recorded(portalPolicy, 'one')])
      .when(recordPolicies, { configured: [portal, recurring] })
      .then([recorded(recurringPolicy, 'two')]);
    given([recorded(portalPolicy, 'one')])
      .when(recordPolicies, { configured: [portal] })
      .thenNothing();
  });

  it('keeps every version of a policy', () => {
    const { versions } = fold(policyBookStream, [recorded(portalPolicy, 'one'), recorded(changed, 'three')]);
    expect([...versions]).toEqual([
      ['one', portalPolicy],
      ['three', changed],
    ]);
  });
});
