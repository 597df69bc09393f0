import type { OffsetOverrides, ReminderOffsetsChanged } from '../policy';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import {
  firstTerm,
  maintenanceClaimed,
  maintenanceEnded,
  maintenanceLapsed,
  maintenanceRenewed,
  maintenanceStarted,
  secondTerm,
} from './examples.spec';
import { followLicenseOffsets } from './follow-offsets';
import { maintenanceStream } from './maintenance-stream';
import { recordMaintenanceRenewed } from './record-renewed';
import { renewalId } from '../shared/examples.spec';

const given = specification(maintenanceStream);
const { policy, policyHash, channel } = maintenanceStarted.data;
const { startsOn, expiresOn, zone } = firstTerm;

function changed(overrides: OffsetOverrides, more: object = { term: { startsOn, expiresOn, zone } }) {
  return {
    type: 'ReminderOffsetsChanged',
    data: { policy, policyHash, channel, overrides, ...more },
  } as ReminderOffsetsChanged;
}

describe('the reminder days of maintenance', () => {
  const own = { overrides: { license: [45, 5] } };

  it('are those of its license, followed once', () => {
    given([maintenanceStarted])
      .when(followLicenseOffsets, own)
      .then([changed(own.overrides)]);
    given([maintenanceStarted, changed(own.overrides)])
      .when(followLicenseOffsets, own)
      .thenNothing();
    given([maintenanceStarted, changed(own.overrides)])
      .when(followLicenseOffsets, { overrides: undefined })
      .then([changed({})]);
    given([maintenanceStarted]).when(followLicenseOffsets, { overrides: undefined }).thenNothing();
  });

  it('are kept for the terms that follow', () => {
    const history = [maintenanceStarted, changed(own.overrides), maintenanceClaimed];
    const [renewed] = recordMaintenanceRenewed(fold(maintenanceStream, history), { renewalId, term: secondTerm });
    expect(renewed?.data).toMatchObject(own);
  });

  it('are computed anew for the last term on record, and for none once it lapsed', () => {
    const { startsOn: from, expiresOn: to } = secondTerm;
    given([maintenanceStarted, maintenanceClaimed, maintenanceRenewed(secondTerm)])
      .when(followLicenseOffsets, own)
      .then([changed(own.overrides, { term: { startsOn: from, expiresOn: to, zone } })]);
    given([maintenanceStarted, maintenanceLapsed])
      .when(followLicenseOffsets, own)
      .then([changed(own.overrides, {})]);
  });

  it('are nobody’s where there is no maintenance, or no more', () => {
    given([]).when(followLicenseOffsets, own).thenNothing();
    given([maintenanceStarted, maintenanceEnded]).when(followLicenseOffsets, own).thenNothing();
  });
});
