import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate, period, termAt } from '../term';
import { addedQuotaTerm } from './add-quota';
import { licenseActivated, licenseIssued, licenseTerminated, nextTerm, oldTerm, running } from './examples.spec';
import { type IssueSuccessor, issueSuccessor } from './issue-successor';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);
const predecessor = fold(licenseStream, running);
const renewal: IssueSuccessor = { licenseId: license('new'), origin: 'renewal', term: nextTerm };
const successor = [
  licenseIssued({ licenseId: license('new'), origin: 'renewal', predecessorId: license('old') }),
  licenseActivated({ mode: 'from-predecessor', ...nextTerm }),
];

describe('issuing a successor', () => {
  it('grants the same quota and is activated from the old license', () =>
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
    const term = addedQuotaTerm(oldTerm, { now: on('2025-09-01'), policy: portalPolicy });
    given([])
      .when(issueSuccessor, { licenseId: license('more'), origin: 'add-quota', term, quota: 3 }, { predecessor })
      .then([
        licenseIssued({ licenseId: license('more'), origin: 'add-quota', predecessorId: license('old'), quota: 3 }),
        licenseActivated({ mode: 'from-predecessor', ...term }),
      ]);
  });
});

describe('the term of added quota', () => {
  const now = on('2025-09-01');

  it('ends with its parent', () => {
    const term = addedQuotaTerm(oldTerm, { now, policy: portalPolicy });
    expect(term).toEqual({ ...oldTerm, startsOn: '2025-09-01', anchor: '2026-03-10', n: 0 });
  });

  it('or is its own, as the policy says', () => {
    const term = addedQuotaTerm(oldTerm, { now, policy: recurringPolicy });
    expect(term).toEqual(termAt(isoDate('2025-09-01'), period('P1Y'), 1, oldTerm.zone));
  });
});
