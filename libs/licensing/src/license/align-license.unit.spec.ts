import type { AlignTerm } from '../renewable';
import { on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate, period, successorTerm, termAt } from '../term';
import { alignLicense } from './align-license';
import type { LicenseEvent, TermAligned } from './events';
import {
  licenseActivated,
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  oldTerm,
  renewalOpened,
  running,
  runningTrial,
} from './examples.spec';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);

const toJune: AlignTerm = {
  alignmentId: 'alignment',
  currentExpiresOn: oldTerm.expiresOn,
  targetDate: isoDate('2026-06-30'),
};
const inFebruary = { now: on('2026-02-01') };

function aligned(newExpiresOn: string, data: Partial<TermAligned['data']> = {}): TermAligned {
  const { policy, policyHash, channel } = licenseIssued().data;
  const { startsOn, expiresOn: previousExpiresOn, zone } = oldTerm;
  return {
    type: 'TermAligned',
    data: {
      alignmentId: 'alignment',
      startsOn,
      previousExpiresOn,
      newExpiresOn: isoDate(newExpiresOn),
      zone,
      policy,
      policyHash,
      channel,
      ...data,
    },
  };
}

function termAfter(...more: LicenseEvent[]) {
  const license = fold(licenseStream, [...running, ...more]);
  if (!('term' in license) || !license.term) throw new Error('It has a term');
  return license.term;
}

describe('aligning a license', () => {
  it('moves its expiry, once [R26]', () => {
    given(running)
      .when(alignLicense, toJune, inFebruary)
      .then([aligned('2026-06-30')]);
    given([...running, aligned('2026-06-30')])
      .when(alignLicense, toJune, inFebruary)
      .thenNothing();
  });

  it('may move it to an earlier day than it had', () =>
    given(running)
      .when(alignLicense, { ...toJune, targetDate: isoDate('2026-02-02') }, inFebruary)
      .then([aligned('2026-02-02')]));

  it('makes the date the anchor, so that what follows keeps it', () => {
    const term = termAfter(aligned('2026-06-30'));
    expect(term).toMatchObject({ anchor: '2026-06-30', n: 0, startsOn: '2025-03-10', expiresOn: '2026-06-30' });
    expect(successorTerm(term, isoDate('2026-07-01'))).toMatchObject({
      anchor: '2026-06-30',
      n: 1,
      startsOn: '2026-07-01',
      expiresOn: '2027-06-30',
    });
  });

  it('to 29 February loses no day in the years between, and comes back to it', () => {
    let term = termAfter(aligned('2028-02-29'));
    const ends: string[] = [];
    for (let year = 0; year < 4; year += 1) {
      term = successorTerm(term, isoDate(new Date(Date.parse(term.expiresOn) + 86_400_000).toISOString().slice(0, 10)));
      ends.push(`${term.startsOn} ${term.expiresOn}`);
    }
    expect(ends).toEqual([
      '2028-03-01 2029-02-28',
      '2029-03-01 2030-02-28',
      '2030-03-01 2031-02-28',
      '2031-03-01 2032-02-29',
    ]);
  });

  it('anchors a license that ends on that day already: from then on they stay together', () => {
    const clamped = licenseActivated(termAt(isoDate('2025-03-31'), period('P1M'), 1, oldTerm.zone));
    const expiresOn = isoDate('2025-04-30');
    given([licenseIssued({ period: period('P1M') }), clamped])
      .when(alignLicense, { ...toJune, currentExpiresOn: expiresOn, targetDate: expiresOn }, { now: on('2025-04-01') })
      .then([aligned('2025-04-30', { startsOn: isoDate('2025-03-31'), previousExpiresOn: expiresOn })]);
  });

  it('is refused for a line that is stale: moved, claimed, renewed, over or ended', () => {
    given([...running, aligned('2026-06-30', { alignmentId: 'other' })])
      .when(alignLicense, toJune, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', '2026-06-30');
    given([...running, renewalOpened])
      .when(alignLicense, toJune, inFebruary)
      .thenRefused('RENEWAL_ALREADY_OPEN');
    given([...running, renewalOpened, licenseRenewed])
      .when(alignLicense, toJune, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', 'renewed already');
    given(running)
      .when(alignLicense, toJune, { now: on('2026-03-11', 0) })
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
    given([...running, licenseExpired])
      .when(alignLicense, toJune, { now: on('2026-03-11', 0) })
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT', 'Renew it late');
    given([...running, licenseTerminated])
      .when(alignLicense, toJune, inFebruary)
      .thenRefused('LICENSE_TERMINATED');
  });

  it('is refused for a date that is not after today, before the term or out of reach', () => {
    const refused = (targetDate: string, now: number, saying: string) =>
      given(running)
        .when(alignLicense, { ...toJune, targetDate: isoDate(targetDate) }, { now })
        .thenRefused('INVALID_DATE', saying);
    refused('2026-02-01', on('2026-02-01'), 'not after today');
    refused('2025-03-09', on('2025-03-01'), 'starts on 2025-03-10');
    refused('2036-03-08', on('2026-02-01'), 'ten years');
  });

  it('is for licenses with an expiry, and no way to lengthen a trial', () => {
    given([]).when(alignLicense, toJune, inFebruary).thenRefused('NOT_FOUND');
    given([licenseIssued()]).when(alignLicense, toJune, inFebruary).thenRefused('LICENSE_NOT_ACTIVATED');
    given(runningTrial())
      .when(alignLicense, toJune, { now: on('2026-03-05') })
      .thenRefused('TRIAL_EXTENSION_LIMIT');
    const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
    given([licenseIssued({ kind: 'perpetual' }), { type: 'LicenseActivated', data: forEver }])
      .when(alignLicense, toJune, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', 'maintenance');
  });
});
