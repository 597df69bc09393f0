import { type License, remindersInForce, remindersOf, type Term } from '@renewals/licensing';
import * as fc from 'fast-check';
import { anyTerm, lenientTerms } from './renewals/sold';
import { propertyRuns } from '../support/property-runs';
import { AnnualLife } from './reminder-days/annual-life';
import { steps } from './reminder-days/life';
import { lifetime, MaintainedLife } from './reminder-days/maintained-life';

/** What the state says that must be due, as deadlines say it. */
function daysOf(term: Term, license: License): string[] {
  const overrides = license.status === 'unissued' ? undefined : license.grant.overrides;
  const reminders = remindersInForce(lenientTerms.reminders, overrides);
  return remindersOf(reminders, term)
    .map(({ dueOn }) => JSON.stringify({ date: dueOn, hour: reminders.hour, zone: term.zone }))
    .toSorted();
}

describe('whatever was set, taken back, renewed, aligned and moved', () => {
  it('the deadlines of a license are the days that its state says', () =>
    fc.assert(
      fc.property(anyTerm, steps, (term, taken) => {
        const life = new AnnualLife(term);
        for (const step of [undefined, ...taken]) {
          if (step) life.live(step);
          expect(life.deadlines.of(life.id, life.term)).toEqual(daysOf(life.term, life.license));
        }
      }),
      propertyRuns(150, 10_000),
    ));

  it('so are those of maintenance', () =>
    fc.assert(
      fc.property(anyTerm, steps, (term, taken) => {
        const life = new MaintainedLife(term);
        for (const step of [undefined, ...taken]) {
          if (step) life.live(step);
          const due = life.deadlines.of(`maintenance:${lifetime}`, life.term);
          expect(due).toEqual(daysOf(life.term, life.lifetime));
        }
      }),
      propertyRuns(150, 10_000),
    ));
});
