import { type Explanation, verdicts, type Verdict } from '@renewals/automations';
import type { ContactId, ReminderEvent } from '@renewals/licensing';
import { propertyRuns } from '../support/property-runs';
import { holdsInEveryLife } from './lives';
import { explained, logOf, type Question } from './reminders/explained';
import { remindedLives } from './reminders/lives';
import { ann, bob, type RemindedDesk } from './reminders/reminded-desk';

const DAY = 86_400_000;
const nobody = 'zoe' as ContactId;

/** Of those that hold, that hold sometimes, and that never do. */
const offsets = [60, 45, 30, 20, 14, 5, 0];

function questions(desk: RemindedDesk): readonly Question[] {
  return desk.expiries.flatMap((expiry) =>
    offsets.flatMap((offset) => [ann, bob, nobody].map((contactId) => ({ ...expiry, offset, contactId }))),
  );
}

const sentTo = (desk: RemindedDesk, asked: Question) => {
  const isAbout = ({ type, data }: ReminderEvent) =>
    type === 'ReminderSent' && data.offset === asked.offset && data.contactId === asked.contactId;
  return desk.remindersOf(asked).happened.find(({ event }) => isAbout(event));
};

describe('whatever is done at a desk that reminds, the explanation of every reminder', () => {
  it('says what the ledger says, and what then happens when nobody acts', () => {
    const seen = new Map<Verdict, number>();
    let foreseen = 0;
    holdsInEveryLife(remindedLives, propertyRuns(80, 4_000), (desk) => {
      desk.work();
      desk.asleep = desk.awayFor > 0;
      desk.now += desk.awayFor * DAY;
      const log = logOf(desk);
      const answers = questions(desk).map((asked) => ({ asked, answer: explained(desk, log, asked) }));
      for (const { answer } of answers) seen.set(answer.verdict, (seen.get(answer.verdict) ?? 0) + 1);
      expect(answers.filter(({ asked, answer }) => !saysTheLedger(desk, asked, answer))).toEqual([]);

      desk.work();
      desk.now += 1_200 * DAY;
      desk.work();
      expect(answers.filter(({ asked, answer }) => !cameTrue(desk, asked, answer))).toEqual([]);
      foreseen += answers.filter(({ answer }) => answer.verdict === 'to-come' && answer.expected === 'sent').length;
    });
    for (const verdict of verdicts.filter((each) => each !== 'failed')) {
      expect([verdict, (seen.get(verdict) ?? 0) > 5]).toEqual([verdict, true]);
    }
    expect(foreseen).toBeGreaterThan(20);
  });
});

function saysTheLedger(desk: RemindedDesk, asked: Question, { verdict }: Explanation): boolean {
  if (sentTo(desk, asked)) return verdict === 'sent';
  const isDecided = desk.remindersOf(asked).state.has(asked.offset);
  return isDecided ? verdict === 'not-sent' : ['waiting', 'to-come', 'none'].includes(verdict);
}

/** It was sent then, and when it was said to be, or not. */
function cameTrue(desk: RemindedDesk, asked: Question, { verdict, expected, about }: Explanation): boolean {
  const sent = sentTo(desk, asked);
  const wasToBe = (expected ?? verdict) === 'sent';
  if (!sent) return !wasToBe;
  return wasToBe && (verdict !== 'to-come' || sent.at === Date.parse(about.due?.at ?? ''));
}
