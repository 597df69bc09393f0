import type { PolicyMoved } from '../policy';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import {
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  oldTerm,
  renewalOpened,
  running,
  runningTrial,
} from './examples.spec';
import { licenseStream } from './license-stream';
import { moveLicenseToPolicy } from './move-license-to-policy';

const given = specification(licenseStream);
const { policy, channel } = licenseIssued().data;
const to = { policy, policyHash: 'newer' };
const { startsOn, expiresOn, zone } = oldTerm;
const moved = (term?: PolicyMoved['data']['term']): PolicyMoved => ({
  type: 'PolicyMoved',
  data: { ...to, channel, ...(term && { term }) },
});

describe('a license whose order was moved to another version of the policy', () => {
  it('follows it, once, with the term whose days are computed anew', () => {
    const withItsTerm = moved({ startsOn, expiresOn, zone });
    given(running).when(moveLicenseToPolicy, to).then([withItsTerm]);
    given([...running, withItsTerm])
      .when(moveLicenseToPolicy, to)
      .thenNothing();
    expect(fold(licenseStream, [...running, withItsTerm])).toMatchObject({ status: 'active', grant: to });
  });

  it('has no days to compute when it is not activated, a trial, over or renewed', () => {
    for (const history of [
      [licenseIssued()],
      runningTrial(),
      [...running, licenseExpired],
      [...running, renewalOpened, licenseRenewed],
    ]) {
      given(history).when(moveLicenseToPolicy, to).then([moved()]);
    }
  });

  it('is one that was issued', () => given([]).when(moveLicenseToPolicy, to).thenNothing());
});
