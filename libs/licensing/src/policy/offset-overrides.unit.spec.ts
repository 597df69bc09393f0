import { portalTerms } from './examples.spec';
import { remindersInForce, withOverride } from './offset-overrides';

const inForce = (overrides?: Parameters<typeof remindersInForce>[1]) =>
  remindersInForce(portalTerms.reminders, overrides).offsets;

describe('the reminder offsets that hold', () => {
  it("are the license's own before the company's, and the company's before the policy's", () => {
    expect(inForce({ license: [45, 5], organization: [20] })).toEqual([45, 5]);
    expect(inForce({ organization: [20] })).toEqual([20]);
    expect(inForce({})).toEqual([90, 60, 30, 14, 7, 0]);
    expect(inForce()).toEqual([90, 60, 30, 14, 7, 0]);
  });

  it('may be none at all, which no other level fills up', () =>
    expect(inForce({ license: [], organization: [20] })).toEqual([]));

  it('keep the hour and whatever else the policy says', () =>
    expect(remindersInForce(portalTerms.reminders, { license: [5] })).toEqual({
      ...portalTerms.reminders,
      offsets: [5],
    }));

  it('fall back by one level when that one is taken back', () => {
    const both = { license: [45, 5], organization: [20] };
    expect(withOverride(both, 'license', undefined)).toEqual({ organization: [20] });
    expect(withOverride(both, 'organization', undefined)).toEqual({ license: [45, 5] });
    expect(withOverride({}, 'organization', [20])).toEqual({ organization: [20] });
  });
});
