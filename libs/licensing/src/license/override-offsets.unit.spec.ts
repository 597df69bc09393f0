import type { OffsetOverrides, ReminderOffsetsChanged, ReminderOffsetsOverridden } from '../policy';
import { bySales, byAnn, license } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { LicenseEvent } from './events';
import {
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  nextTerm,
  oldTerm,
  renewalOpened,
  running,
  runningTrial,
} from './examples.spec';
import { followOrganizationOffsets } from './follow-offsets';
import { issueSuccessor } from './issue-successor';
import { licenseStream } from './license-stream';
import { overrideLicenseOffsets } from './override-offsets';

const given = specification(licenseStream);
const { policy, policyHash, channel } = licenseIssued().data;
const { startsOn, expiresOn, zone } = oldTerm;
const by = bySales;
const wanted = { offsets: [120, 45, 5], reason: 'agreed with the customer', by };
const overridden: ReminderOffsetsOverridden = { type: 'ReminderOffsetsOverridden', data: wanted };
const takenBack = { reason: 'no longer wanted', by };

function changed(overrides: OffsetOverrides, term: object | undefined = { startsOn, expiresOn, zone }) {
  const data = { policy, policyHash, channel, overrides, ...(term && { term }) };
  return { type: 'ReminderOffsetsChanged', data } as ReminderOffsetsChanged;
}

describe('reminder days of one license', () => {
  it('are set by the vendor’s people, who say why; the days of its term are computed anew', () => {
    given(running)
      .when(overrideLicenseOffsets, wanted)
      .then([overridden, changed({ license: [120, 45, 5] })]);
    given([...running, overridden, changed({ license: [120, 45, 5] })])
      .when(overrideLicenseOffsets, wanted)
      .thenNothing();
  });

  it('may be none at all, which is on record', () =>
    given(running)
      .when(overrideLicenseOffsets, { ...wanted, offsets: [] })
      .then([{ type: 'ReminderOffsetsOverridden', data: { ...wanted, offsets: [] } }, changed({ license: [] })]));

  it('are taken back, and there is nothing to take back twice', () => {
    given([...running, overridden, changed({ license: [120, 45, 5] })])
      .when(overrideLicenseOffsets, takenBack)
      .then([{ type: 'ReminderOffsetsOverridden', data: takenBack }, changed({})]);
    given(running).when(overrideLicenseOffsets, takenBack).thenNothing();
  });

  it('can be set before it is activated, and hold from then on', () => {
    const early = [licenseIssued(), overridden, changed({ license: [120, 45, 5] }, undefined)];
    given([licenseIssued()])
      .when(overrideLicenseOffsets, wanted)
      .then([
        overridden,
        {
          ...changed({ license: [120, 45, 5] }),
          data: { policy, policyHash, channel, overrides: { license: [120, 45, 5] } },
        },
      ]);
    expect(fold(licenseStream, early as LicenseEvent[])).toMatchObject({
      grant: { overrides: { license: [120, 45, 5] } },
    });
  });

  it.each([
    ['of somebody who is no staff', running, { ...wanted, by: byAnn }, 'NOT_ALLOWED', 'Write to sales'],
    ['of no license', [], wanted, 'NOT_FOUND', 'Look up'],
    ['of a trial', runningTrial(), wanted, 'NOT_ALLOWED', 'bought for it'],
    ['of a license that ended', [...running, licenseTerminated], wanted, 'LICENSE_TERMINATED', 'new order'],
    ['of one that another follows', [...running, renewalOpened, licenseRenewed], wanted, 'NOT_ALLOWED', 'that one'],
    ['out of order', running, { ...wanted, offsets: [5, 45] }, 'INVALID_INPUT', 'largest number'],
    ['said twice', running, { ...wanted, offsets: [45, 45] }, 'INVALID_INPUT', 'once'],
    ['after the expiry', running, { ...wanted, offsets: [5, -1] }, 'INVALID_COUNT', 'whole days'],
    ['more than two years ahead', running, { ...wanted, offsets: [731] }, 'INVALID_COUNT', '730'],
    ['of half a day', running, { ...wanted, offsets: [1.5] }, 'INVALID_COUNT', 'whole days'],
    ['without a reason', running, { ...wanted, reason: ' ' }, 'INVALID_INPUT', 'Say why'],
  ] as const)('%s are refused', (_what, history, command, code, saying) =>
    given(history as readonly LicenseEvent[])
      .when(overrideLicenseOffsets, command)
      .thenRefused(code, saying),
  );
});

describe('reminder days of the company', () => {
  const followed = changed({ organization: [20] });

  it('are followed, once, with the term whose days are computed anew', () => {
    given(running)
      .when(followOrganizationOffsets, { offsets: [20] })
      .then([followed]);
    given([...running, followed])
      .when(followOrganizationOffsets, { offsets: [20] })
      .thenNothing();
    given([...running, followed])
      .when(followOrganizationOffsets, { offsets: undefined })
      .then([changed({})]);
    given(running).when(followOrganizationOffsets, { offsets: undefined }).thenNothing();
  });

  it('leave those of the license in force', () =>
    given([...running, changed({ license: [45] })])
      .when(followOrganizationOffsets, { offsets: [20] })
      .then([changed({ license: [45], organization: [20] })]));

  it('have no term to compute where none runs, and are kept for what may follow', () => {
    const data = { policy, policyHash, channel, overrides: { organization: [20] } };
    for (const history of [
      [licenseIssued()],
      [...running, licenseExpired],
      [...running, renewalOpened, licenseRenewed],
    ]) {
      given(history)
        .when(followOrganizationOffsets, { offsets: [20] })
        .then([{ type: 'ReminderOffsetsChanged', data }]);
    }
  });

  it('mean nothing to what nobody is reminded of', () => {
    for (const history of [[], runningTrial(), [...running, licenseTerminated]]) {
      given(history)
        .when(followOrganizationOffsets, { offsets: [20] })
        .thenNothing();
    }
  });
});

describe('a license that follows one with days of its own', () => {
  it('has them from its first day on', () => {
    const predecessor = fold(licenseStream, [...running, changed({ license: [45], organization: [20] })]);
    const overrides = { license: [45], organization: [20] };
    const command = { licenseId: license('new'), origin: 'renewal', term: nextTerm } as const;
    const [issued, activated] = issueSuccessor(fold(licenseStream, []), command, { predecessor });
    expect(issued?.data).toMatchObject({ overrides });
    expect(activated?.data).toMatchObject({ overrides, expiresOn: nextTerm.expiresOn });
  });
});
