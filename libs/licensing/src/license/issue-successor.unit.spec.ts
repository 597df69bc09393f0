import { license } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { Hosting } from '../shared/words';
import type { LicenseEvent } from './events';
import {
  licenseActivated,
  licenseIssued,
  licenseTerminated,
  nextTerm,
  oldTerm,
  quotaAdded,
  running,
} from './examples.spec';
import { type IssueSuccessor, issueSuccessor } from './issue-successor';
import { licenseStream } from './license-stream';
import type { License } from './state';

const given = specification(licenseStream);
const predecessor = fold(licenseStream, running);
const renewal: IssueSuccessor = { licenseId: license('new'), origin: 'renewal', term: nextTerm };
const successor = [
  licenseIssued({ licenseId: license('new'), origin: 'renewal', predecessorId: license('old') }),
  licenseActivated({ mode: 'from-predecessor', ...nextTerm }),
];

describe('issuing a successor', () => {
  it('grants the same quota and is activated from the old license [P27][P28]', () =>
    given([]).when(issueSuccessor, renewal, { predecessor }).then(successor));

  it('is done once', () => given(successor).when(issueSuccessor, renewal, { predecessor }).thenNothing());

  it('never overlaps the old term', () =>
    given([])
      .when(issueSuccessor, { ...renewal, term: oldTerm }, { predecessor })
      .thenRefused('TERM_OVERLAP', '2026-03-10'));

  it('needs a predecessor in use', () => {
    const terminated = fold(licenseStream, [...running, licenseTerminated]);
    given([]).when(issueSuccessor, renewal, { predecessor: terminated }).thenRefused('LICENSE_TERMINATED');
    given([])
      .when(issueSuccessor, renewal, { predecessor: fold(licenseStream, [licenseIssued()]) })
      .thenRefused('LICENSE_NOT_ACTIVATED');
  });

  it('for added quota runs beside the old license, with the quota bought', () => {
    const { term } = quotaAdded.data;
    given([])
      .when(issueSuccessor, { licenseId: license('more'), origin: 'add-quota', term, quota: 3 }, { predecessor })
      .then([
        licenseIssued({ licenseId: license('more'), origin: 'add-quota', predecessorId: license('old'), quota: 3 }),
        licenseActivated({ mode: 'from-predecessor', ...term }),
      ]);
  });
});

describe('the handshake code of a successor', () => {
  const code = 'CODE';
  const trackable = (hosting: Hosting, ...more: LicenseEvent[]) =>
    fold(licenseStream, [licenseIssued({ delivery: 'trackable', hosting }), licenseActivated({ hosting }), ...more]);
  const codeAssigned: LicenseEvent = { type: 'HandshakeCodeAssigned', data: { code } };
  const made = (old: License) => issueSuccessor({ status: 'unissued' }, renewal, { predecessor: old }).slice(2);

  it("is the old license's, configured by itself with the vendor's hosting", () =>
    expect(made(trackable('vendor', codeAssigned))).toEqual([
      codeAssigned,
      { type: 'HandshakeConfigured', data: { code, by: { type: 'automation', id: 'provisioning' } } },
    ]));

  it("is the old license's, to be configured by hand where the customer hosts it", () =>
    expect(made(trackable('self', codeAssigned))).toEqual([
      codeAssigned,
      { type: 'HandshakeConfigurationRequired', data: { code } },
    ]));

  it('is to be told where a former system kept it', () =>
    expect(made(trackable('vendor'))).toEqual([{ type: 'HandshakeConfigurationRequired', data: {} }]));
});
