import type { RecordedEvent } from '@renewals/event-store';
import { type SentMailRow, sentMailView } from './sent-mail-view';

const event = (type: string, data: object, recordedAt = '2026-01-10T08:00:00.000Z') =>
  ({ type, data, metadata: { recordedAt } }) as unknown as RecordedEvent;

function rowsAfter(...events: readonly RecordedEvent[]): SentMailRow[] {
  const rows = new Map<string, SentMailRow>();
  for (const one of events) {
    for (const key of sentMailView.keysOf(one)) {
      rows.set(key, sentMailView.evolve(rows.get(key), one, key) as SentMailRow);
    }
  }
  return [...rows.values()];
}

describe('sent mails', () => {
  it('are known by their Message-ID, reminders and notices', () =>
    expect(
      rowsAfter(
        event('ReminderSent', { contactId: 'ann', messageId: '<one@desk.example>' }),
        event('NoticeSent', { to: 'contact', contactId: 'bob', messageId: '<two@desk.example>' }),
        event('NoticeSent', { to: 'sales', messageId: '<three@desk.example>' }),
        event('ReminderFailed', { contactId: 'ann' }),
        event('NoticeSuppressed', { to: 'sales' }),
      ).map(({ messageId, recipient }) => `${messageId} ${recipient}`),
    ).toEqual(['<one@desk.example> ann', '<two@desk.example> bob', '<three@desk.example> sales']));

  it('that tell of several things went out once, with the first of them', () =>
    expect(
      rowsAfter(
        event('ReminderSent', { contactId: 'ann', messageId: '<digest@desk.example>' }),
        event('ReminderSent', { contactId: 'ann', messageId: '<digest@desk.example>' }, '2026-01-10T08:00:01.000Z'),
      ),
    ).toEqual([{ messageId: '<digest@desk.example>', recipient: 'ann', sentAt: '2026-01-10T08:00:00.000Z' }]));
});
