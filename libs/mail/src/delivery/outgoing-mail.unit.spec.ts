import type { LicenseId } from '@renewals/licensing';
import { ANNA, dueReminder, reminderContent } from '../compose/examples.spec';
import type { OutboxRow } from '../outbox/outbox-table';
import { nameOf } from './mailing';
import { mailsOf, type Wanted } from './outgoing-mail';

const digests = {
  digestOf: (_contact: unknown, lines: readonly ReturnType<typeof reminderContent>[]) => ({
    ...reminderContent(),
    kind: 'digest' as const,
    lines,
  }),
};

function wanted(license: string, mail: string | null = null): Wanted {
  const mailing = nameOf(dueReminder({ subject: { kind: 'license', id: license as LicenseId } }));
  const row: OutboxRow = {
    ...{ key: `${mailing}|${ANNA}`, mailing, recipient: ANNA, mail },
    ...{ awaited: 0, eventId: 'e', correlationId: 'c', createdAt: 0, nextAttemptAt: 0, attempts: 1 },
    ...{ leasedBy: 's', answer: null, decidedAt: null, parkedAt: null, lastError: null },
  };
  return { row, content: reminderContent({ digest: true }) };
}

describe('a digest', () => {
  const all = Array.from({ length: 1_001 }, (_, index) => wanted(`l-${String(index).padStart(4, '0')}`));
  const firstLines = (rows: readonly Wanted[]) => mailsOf(rows, digests).map((mail) => mail.rows[0].key);

  it('has 500 lines at most', () => {
    expect(mailsOf(all, digests).map(({ rows }) => rows.length)).toEqual([500, 500, 1]);
  });

  it('rule 18: begins and ends where it did when others that were due with it have gone already', () => {
    expect(firstLines(all.slice(500))).toEqual(firstLines(all).slice(1));
  });

  it('is named by whom it goes to and what it tells, in any order', () => {
    const [mail] = mailsOf([wanted('a'), wanted('b')], digests);
    const [again] = mailsOf([wanted('b'), wanted('a')], digests);
    const [other] = mailsOf([wanted('a'), wanted('c')], digests);
    expect(again?.messageId).toBe(mail?.messageId);
    expect(other?.messageId).not.toBe(mail?.messageId);
    expect(again?.rows.map(({ key }) => key)).toEqual(mail?.rows.map(({ key }) => key));
  });

  it('takes in nothing that another mail was sealed with', () => {
    const mails = mailsOf(
      [wanted('a', '<one@m>'), wanted('b'), wanted('c', '<one@m>'), wanted('d', '<two@m>')],
      digests,
    );
    expect(mails.map(({ rows, messageId }) => [rows.length, messageId.length > 9 ? 'its own' : messageId])).toEqual([
      [2, '<one@m>'],
      [1, 'its own'],
      [1, '<two@m>'],
    ]);
  });
});
