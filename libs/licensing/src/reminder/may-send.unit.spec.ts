import { licenseIssued, licenseActivated } from '../license/examples.spec';
import { licenseStream } from '../license';
import { ann, bob } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { ReminderEvent } from './events';
import { audience, due, sent, situation, suppressed, theExpiry } from './examples.spec';
import { maySend } from './may-send';
import { reminderStream } from './state';

const { expiresOn } = theExpiry;
const at = (date: string, hour: number, ...history: readonly ReminderEvent[]) => ({
  ...situation(date, {}, hour),
  ...audience(),
  reminders: fold(reminderStream, history),
});

describe('right before a mail is handed over', () => {
  it('nothing stands against one that is alone on its day', () =>
    expect(maySend(ann, { expiresOn, offset: 60 }, at('2026-01-09', 9, due(60)))).toBe('ok'));

  it('what stands against any mail to the contact stands against this one', () =>
    expect(maySend(ann, { expiresOn, offset: 0 }, at('2026-03-11', 0, due(0)))).toBe('expired'));

  describe('a second mail about one expiry on one day', () => {
    const lateOne = sent(14, ann, '2026-03-03T05:00:00.000Z');

    it('is superseded for whom the first one reached', () =>
      expect(maySend(ann, { expiresOn, offset: 7 }, at('2026-03-03', 9, due(14), lateOne, due(7)))).toBe('superseded'));

    it('goes to whom it did not', () =>
      expect(maySend(bob, { expiresOn, offset: 7 }, at('2026-03-03', 9, due(14), lateOne, due(7)))).toBe('ok'));

    it('is one by the days of the term’s zone, whatever day it is elsewhere', () => {
      const lastNight = sent(14, ann, '2026-03-02T22:59:59.000Z');
      const thisNight = sent(14, ann, '2026-03-02T23:00:00.000Z');
      const history = (first: ReminderEvent) => at('2026-03-03', 9, due(14), first, due(7));
      expect(maySend(ann, { expiresOn, offset: 7 }, history(lastNight))).toBe('ok');
      expect(maySend(ann, { expiresOn, offset: 7 }, history(thisNight))).toBe('superseded');
    });

    it('is none of one that never went out', () => {
      const refused: ReminderEvent = {
        type: 'ReminderFailed',
        data: { ...theExpiry, offset: 14, contactId: ann, messageId: '<m>', permanent: true, answer: '550 no' },
      };
      const never = [due(14), suppressed(14, 'unsubscribed', bob), refused];
      expect(maySend(ann, { expiresOn, offset: 7 }, at('2026-03-03', 9, ...never, due(7)))).toBe('ok');
    });
  });

  it('one that waited until the next is due is superseded by that', () => {
    const waited = at('2026-03-03', 9, due(14), due(7));
    expect(maySend(ann, { expiresOn, offset: 14 }, waited)).toBe('superseded');
    expect(maySend(ann, { expiresOn, offset: 7 }, waited)).toBe('ok');
  });

  it('the next supersedes nothing when nobody gets it', () =>
    expect(maySend(ann, { expiresOn, offset: 14 }, at('2026-03-03', 9, due(14), suppressed(7, 'superseded')))).toBe(
      'ok',
    ));

  it('one whose day was taken back meanwhile is withdrawn', () => {
    const own = (overrides: object) =>
      fold(licenseStream, [licenseIssued({ overrides }), licenseActivated({ overrides })]);
    const held = (overrides: object) => ({ ...at('2026-02-24', 9, due(14)), license: own(overrides) });
    expect(maySend(ann, { expiresOn, offset: 14 }, held({ license: [90, 7] }))).toBe('withdrawn');
    expect(maySend(ann, { expiresOn, offset: 14 }, held({ organization: [] }))).toBe('withdrawn');
    expect(maySend(ann, { expiresOn, offset: 14 }, held({ license: [14], organization: [] }))).toBe('ok');
  });
});
