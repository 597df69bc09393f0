import type { AlignTerm } from '../renewable';
import { berlin, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate } from '../term';
import { alignMaintenance } from './align-maintenance';
import type { MaintenanceAligned } from './events';
import {
  firstTerm,
  maintenanceClaimed,
  maintenanceEnded,
  maintenanceLapsed,
  maintenanceRenewed,
  maintenanceStarted,
  secondTerm,
} from './examples.spec';
import { maintenanceStream } from './maintenance-stream';

const given = specification(maintenanceStream);

const toJune: AlignTerm = {
  alignmentId: 'alignment',
  currentExpiresOn: firstTerm.expiresOn,
  targetDate: isoDate('2026-06-30'),
};
const inFebruary = { now: on('2026-02-01') };
const { policy, policyHash, channel } = maintenanceStarted.data;
const aligned: MaintenanceAligned = {
  type: 'MaintenanceAligned',
  data: {
    alignmentId: 'alignment',
    startsOn: firstTerm.startsOn,
    previousExpiresOn: firstTerm.expiresOn,
    newExpiresOn: toJune.targetDate,
    zone: berlin,
    policy,
    policyHash,
    channel,
  },
};
const renewed = [maintenanceStarted, maintenanceClaimed, maintenanceRenewed(secondTerm)];

describe('aligning maintenance', () => {
  it('moves the end of the last term on record, once [R27]', () => {
    given([maintenanceStarted]).when(alignMaintenance, toJune, inFebruary).then([aligned]);
    given([maintenanceStarted, aligned]).when(alignMaintenance, toJune, inFebruary).thenNothing();
    const data = { ...aligned.data, startsOn: secondTerm.startsOn, previousExpiresOn: secondTerm.expiresOn };
    given(renewed)
      .when(alignMaintenance, { ...toJune, currentExpiresOn: secondTerm.expiresOn }, inFebruary)
      .then([{ ...aligned, data }]);
  });

  it('is refused for a line that is stale: renewed, claimed, over or ended', () => {
    given(renewed).when(alignMaintenance, toJune, inFebruary).thenRefused('CURRENT_EXPIRY_MISMATCH');
    given([maintenanceStarted, maintenanceClaimed])
      .when(alignMaintenance, toJune, inFebruary)
      .thenRefused('RENEWAL_ALREADY_OPEN');
    given([maintenanceStarted, maintenanceLapsed])
      .when(alignMaintenance, toJune, { now: on('2026-03-11') })
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
    given([maintenanceStarted, maintenanceEnded])
      .when(alignMaintenance, toJune, inFebruary)
      .thenRefused('LICENSE_TERMINATED');
    given([]).when(alignMaintenance, toJune, inFebruary).thenRefused('NOT_FOUND');
  });

  it('is refused for a day before the term that lies ahead', () =>
    given(renewed)
      .when(
        alignMaintenance,
        { ...toJune, currentExpiresOn: secondTerm.expiresOn, targetDate: isoDate('2026-03-10') },
        inFebruary,
      )
      .thenRefused('INVALID_DATE', '2026-03-11'));
});
