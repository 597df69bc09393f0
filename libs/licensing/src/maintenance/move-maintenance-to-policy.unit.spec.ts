import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { firstTerm, maintenanceEnded, maintenanceLapsed, maintenanceStarted } from './examples.spec';
import { maintenanceStream } from './maintenance-stream';
import { moveMaintenanceToPolicy } from './move-maintenance-to-policy';

const given = specification(maintenanceStream);
const { policy, channel } = maintenanceStarted.data;
const to = { policy, policyHash: 'newer' };
const { startsOn, expiresOn, zone } = firstTerm;
const moved = { type: 'PolicyMoved', data: { ...to, channel, term: { startsOn, expiresOn, zone } } } as const;
const movedWithoutTerm = { type: 'PolicyMoved', data: { ...to, channel } } as const;

describe('maintenance whose order was moved to another version of the policy', () => {
  it('follows it, once, with the term whose days are computed anew', () => {
    given([maintenanceStarted]).when(moveMaintenanceToPolicy, to).then([moved]);
    given([maintenanceStarted, moved]).when(moveMaintenanceToPolicy, to).thenNothing();
    expect(fold(maintenanceStream, [maintenanceStarted, moved])).toMatchObject({ status: 'running', agreed: to });
  });

  it('has no days to compute once it is over', () => {
    given([maintenanceStarted, maintenanceLapsed]).when(moveMaintenanceToPolicy, to).then([movedWithoutTerm]);
    given([maintenanceStarted, maintenanceEnded]).when(moveMaintenanceToPolicy, to).then([movedWithoutTerm]);
  });

  it('is one that was started', () => given([]).when(moveMaintenanceToPolicy, to).thenNothing());
});
