import type { IsoDate } from '@renewals/licensing';
import PostalMime from 'postal-mime';
import { examples } from '../preview/examples';
import { composeMail } from './compose-mail';
import { ANNA, reminderContent } from './examples.spec';
import type { MailContent } from './mail-content';

const at = Date.parse('2026-01-09T08:00:00Z');

async function threadOf(content: MailContent, now = at) {
  const { references, inReplyTo } = await PostalMime.parse(composeMail('<m@x.example>', ANNA, content, now).raw);
  return { references, inReplyTo };
}

describe('the mails about one thing', () => {
  it('are one thread: the reminders of one expiry, whenever they go out', async () => {
    const early = await threadOf(reminderContent());
    expect(early.references).toMatch(/^<[0-9a-f-]{36}@scanware\.example>$/);
    expect(early.inReplyTo).toBe(early.references);
    expect(await threadOf(reminderContent(), Date.parse('2026-03-03T08:00:00Z'))).toEqual(early);
  });

  it.each([
    ['expiry', { expiresOn: '2027-03-10' as IsoDate }],
    ['subject', { ends: 'maintenance' as const }],
  ])('are another thread for another %s', async (_, changed) =>
    expect(await threadOf(reminderContent(changed))).not.toEqual(await threadOf(reminderContent())),
  );

  it('a digest belongs to the threads of all its lines', async () => {
    const { references = '' } = await threadOf(examples.digest);
    for (const line of examples.digest.lines) expect(references).toContain((await threadOf(line)).references);
  });

  it('a notice is in the thread that it names, and in none by itself', async () => {
    expect(await threadOf(examples.invitation)).toEqual({});
    const inThread = (thread: string) => threadOf({ ...examples.invitation, thread });
    expect((await inThread('renewal 1')).references).toBeDefined();
    expect(await inThread('renewal 1')).not.toEqual(await inThread('renewal 2'));
  });
});
