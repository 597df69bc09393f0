import { licenseStream, upgradeEligibility } from '../license';
import { licenseIssued, running as annual } from '../license/examples.spec';
import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { type OpenRenewal, releaseRenewal } from '../renewable';
import type { OfOrder } from '../shared/decision';
import { berlin, byAnn, bySupport, on, renewalId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { RenewalId } from '../shared/words';
import { isoDate, period, termAt } from '../term';
import { endMaintenance } from './end-maintenance';
import type { MaintenanceAligned, MaintenanceEvent } from './events';
import {
  firstTerm,
  maintenanceClaimed,
  maintenanceEnded,
  maintenanceLapsed,
  maintenanceRenewed,
  maintenanceStarted,
  perpetual,
  secondTerm,
} from './examples.spec';
import { maintenanceStream } from './maintenance-stream';
import { openMaintenanceRenewal } from './open-renewal';
import { recordLapse } from './record-lapse';
import { recordMaintenanceRenewed } from './record-renewed';
import { startMaintenance } from './start-maintenance';
import { renewableAt, termsOnRecord } from './state';

const given = specification(maintenanceStream);
const running = [maintenanceStarted];
const claimed = [...running, maintenanceClaimed];
const renewed = [...claimed, maintenanceRenewed(secondTerm)];

/** As long as the license is maintained (F). */
function upgradesAreFree(history: readonly MaintenanceEvent[], day: string): boolean {
  const terms = termsOnRecord(fold(maintenanceStream, history));
  return upgradeEligibility(fold(licenseStream, perpetual), terms, on(day)).eligible;
}

describe('maintenance of a perpetual license', () => {
  const license = fold(licenseStream, perpetual);

  it('starts with the license, for the period that was bought', () =>
    given([]).when(startMaintenance, {}, { license }).then([maintenanceStarted]));

  it('starts once', () => given(running).when(startMaintenance, {}, { license }).thenNothing());

  it('does not start before the activation, without having been bought, or for another kind of license', () => {
    const [issued, activated] = perpetual;
    for (const history of [[issued], [licenseIssued({ kind: 'perpetual' }), activated], annual] as const) {
      given([])
        .when(startMaintenance, {}, { license: fold(licenseStream, history as typeof perpetual) })
        .thenNothing();
    }
  });
});

describe('opening a renewal of maintenance', () => {
  const single: OpenRenewal = {
    renewalId,
    currentExpiresOn: firstTerm.expiresOn,
    source: 'single',
    requestedBy: byAnn,
  };
  const other = { ...single, renewalId: 'other' as RenewalId };
  const inFebruary: OfOrder = { now: on('2026-02-01'), policy: portalPolicy, channel: 'store' };
  const tooLate: OfOrder = { ...inFebruary, now: on('2026-03-11', 0) };

  it('claims the term once, for one renewal', () => {
    given(running).when(openMaintenanceRenewal, single, inFebruary).then([maintenanceClaimed]);
    given(claimed).when(openMaintenanceRenewal, single, inFebruary).thenNothing();
    given(claimed).when(openMaintenanceRenewal, other, inFebruary).thenRefused('RENEWAL_ALREADY_OPEN', renewalId);
  });

  it('is free again after a release', () => {
    const released = { type: 'RenewalReleased', data: { renewalId, reason: 'withdrawn' } } as const;
    given(claimed).when(releaseRenewal, released.data).then([released]);
    given(running).when(releaseRenewal, released.data).thenNothing();
    given([...claimed, maintenanceEnded])
      .when(releaseRenewal, released.data)
      .then([released]);
    given([...claimed, released])
      .when(openMaintenanceRenewal, other, inFebruary)
      .then([{ ...maintenanceClaimed, data: { ...maintenanceClaimed.data, renewalId: other.renewalId } }]);
  });

  it('states the end that it renews', () => {
    given(running)
      .when(openMaintenanceRenewal, { ...single, currentExpiresOn: isoDate('2025-03-10') }, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', /2026-03-10.*Load it again/);
    given(renewed).when(openMaintenanceRenewal, other, inFebruary).thenRefused('CURRENT_EXPIRY_MISMATCH', '2027-03-10');
  });

  it('is possible for the term that is on record to follow', () =>
    given(renewed)
      .when(openMaintenanceRenewal, { ...other, currentExpiresOn: secondTerm.expiresOn }, inFebruary)
      .then([{ type: 'RenewalOpened', data: { renewalId: other.renewalId, expiresOn: secondTerm.expiresOn } }]));

  it('is open to customers until the last day is over, and to support after it [R23]', () => {
    const late = [...running, maintenanceLapsed];
    given(late)
      .when(openMaintenanceRenewal, single, tooLate)
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT', portalPolicy.vendor.supportEmail);
    given(late)
      .when(openMaintenanceRenewal, { ...single, source: 'sales', requestedBy: bySupport }, tooLate)
      .then([maintenanceClaimed]);
  });

  it('is closed to the portal where the vendor keeps renewals to itself', () =>
    given(running)
      .when(openMaintenanceRenewal, single, { ...inFebruary, policy: recurringPolicy })
      .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED', recurringPolicy.vendor.salesEmail));

  it('is for maintenance that there is', () => {
    given([]).when(openMaintenanceRenewal, single, inFebruary).thenRefused('NOT_FOUND');
    given([...running, maintenanceEnded])
      .when(openMaintenanceRenewal, single, inFebruary)
      .thenRefused('LICENSE_TERMINATED', '2026-01-31');
  });
});

describe('recording the next term of maintenance', () => {
  it('is done once, in place [R19]', () => {
    given(claimed)
      .when(recordMaintenanceRenewed, { renewalId, term: secondTerm })
      .then([maintenanceRenewed(secondTerm)]);
    given(renewed).when(recordMaintenanceRenewed, { renewalId, term: secondTerm }).thenNothing();
  });

  it('is for the renewal that holds the term', () => {
    given(running).when(recordMaintenanceRenewed, { renewalId, term: secondTerm }).thenRefused('RENEWAL_ENDED');
    given([...claimed, maintenanceEnded])
      .when(recordMaintenanceRenewed, { renewalId, term: secondTerm })
      .thenRefused('LICENSE_TERMINATED');
  });

  it('never overlaps the old term', () => {
    const overlapping = termAt(firstTerm.expiresOn, period('P1Y'), 1, berlin);
    given(claimed).when(recordMaintenanceRenewed, { renewalId, term: overlapping }).thenRefused('TERM_OVERLAP');
  });

  it('makes a lapsed one run again, from the day of the late term on', () => {
    const late = termAt(isoDate('2026-05-01'), period('P1Y'), 1, berlin);
    const history = [...running, maintenanceLapsed, maintenanceClaimed, maintenanceRenewed(late)];
    expect(fold(maintenanceStream, history).status).toBe('running');
    expect(upgradesAreFree(history, '2026-04-30')).toBe(false);
    expect(upgradesAreFree(history, '2026-05-01')).toBe(true);
  });
});

describe('recording the lapse', () => {
  const over = { now: on('2026-03-11', 0) };

  it('waits for the last day to be over, and is done once', () => {
    given(running)
      .when(recordLapse, {}, { now: on('2026-03-10', 23) })
      .thenNothing();
    given(running).when(recordLapse, {}, over).then([maintenanceLapsed]);
    given([...running, maintenanceLapsed])
      .when(recordLapse, {}, over)
      .thenNothing();
  });

  it('is not recorded where the next term takes over at that moment, nor of what was ended', () => {
    given(renewed).when(recordLapse, {}, over).thenNothing();
    given([...running, maintenanceEnded])
      .when(recordLapse, {}, over)
      .thenNothing();
    given([]).when(recordLapse, {}, over).thenNothing();
  });
});

describe('the end of the license', () => {
  it('ends its maintenance, once', () => {
    given(running).when(endMaintenance, maintenanceEnded.data).then([maintenanceEnded]);
    given([...running, maintenanceEnded])
      .when(endMaintenance, maintenanceEnded.data)
      .thenNothing();
    given([]).when(endMaintenance, maintenanceEnded.data).thenNothing();
  });
});

describe('maintenance that is renewed in advance', () => {
  const maintenance = fold(maintenanceStream, renewed);
  if (maintenance.status === 'none') throw new Error('It was started');

  it('stays valid through both terms, without a day between', () => {
    for (const day of ['2025-03-10', '2026-03-10', '2026-03-11', '2027-03-10'])
      expect(upgradesAreFree(renewed, day)).toBe(true);
    expect(upgradesAreFree(renewed, '2027-03-11')).toBe(false);
  });

  it('knows what follows each term', () => {
    const { startsOn, expiresOn: newExpiresOn } = secondTerm;
    expect(renewableAt(maintenance, firstTerm.expiresOn)).toEqual({
      term: firstTerm,
      next: { startsOn, newExpiresOn },
    });
    expect(renewableAt(maintenance, secondTerm.expiresOn)).toEqual({ term: { ...secondTerm, renewalId } });
  });
});

it('maintenance that was aligned counts its terms from the target date', () => {
  const aligned: MaintenanceAligned = {
    type: 'MaintenanceAligned',
    data: {
      alignmentId: 'alignment',
      startsOn: firstTerm.startsOn,
      previousExpiresOn: firstTerm.expiresOn,
      newExpiresOn: isoDate('2026-06-30'),
      zone: berlin,
      policy: portalPolicy.id,
      policyHash: 'hash',
      channel: 'store',
    },
  };
  expect(fold(maintenanceStream, [...running, aligned])).toMatchObject({
    term: { anchor: '2026-06-30', n: 0, startsOn: '2025-03-10', expiresOn: '2026-06-30' },
  });
});
