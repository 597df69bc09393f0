import type { ReminderOffsetsOverridden } from '../policy';
import { byAnn, bySupport } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { organizationRegistered } from './examples.spec';
import { overrideOrganizationOffsets, overridesOf } from './override-offsets';
import { organizationStream } from './state';

const given = specification(organizationStream);
const wanted = { offsets: [120, 30], reason: 'their budget is made early', by: bySupport };
const overridden: ReminderOffsetsOverridden = { type: 'ReminderOffsetsOverridden', data: wanted };
const takenBack = { reason: 'back to the usual', by: bySupport };

describe('the reminder days of a company', () => {
  it('are set, and taken back, with a reason', () => {
    given([organizationRegistered()]).when(overrideOrganizationOffsets, wanted).then([overridden]);
    given([organizationRegistered(), overridden]).when(overrideOrganizationOffsets, wanted).thenNothing();
    given([organizationRegistered(), overridden])
      .when(overrideOrganizationOffsets, takenBack)
      .then([{ type: 'ReminderOffsetsOverridden', data: takenBack }]);
    given([organizationRegistered()]).when(overrideOrganizationOffsets, takenBack).thenNothing();
  });

  it('are what a license that is issued to it begins with', () => {
    const overriding = fold(organizationStream, [organizationRegistered(), overridden]);
    expect(overridesOf(overriding)).toEqual({ overrides: { organization: [120, 30] } });
    expect(overridesOf(fold(organizationStream, [organizationRegistered()]))).toEqual({});
    expect(overridesOf(organizationStream.initial)).toEqual({});
  });

  it.each([
    ['by its own people', [organizationRegistered()], { ...wanted, by: byAnn }, 'NOT_ALLOWED'],
    ['of nobody', [], wanted, 'NOT_FOUND'],
    ['of a reseller, who holds no licenses', [organizationRegistered({ role: 'reseller' })], wanted, 'NOT_ALLOWED'],
    ['that are none', [organizationRegistered()], { ...wanted, offsets: [731] }, 'INVALID_COUNT'],
    ['without a reason', [organizationRegistered()], { ...wanted, reason: '' }, 'INVALID_INPUT'],
  ] as const)('%s are refused', (_what, history, command, code) =>
    given(history).when(overrideOrganizationOffsets, command).thenRefused(code),
  );
});
