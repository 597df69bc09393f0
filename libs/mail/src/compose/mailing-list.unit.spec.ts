import PostalMime from 'postal-mime';
import { composeMail } from './compose-mail';
import { ANNA, BORIS, dueReminder, reminderContent } from './examples.spec';

const at = Date.parse('2026-01-09T08:00:00Z');
const { to, vendor, list } = reminderContent();

async function headersOf(raw: Buffer): Promise<Record<string, string>> {
  const { headers } = await PostalMime.parse(raw);
  const ofLists = headers.filter(({ key }) => key.startsWith('list-'));
  return Object.fromEntries(ofLists.map(({ key, value }) => [key, value]));
}

describe('a reminder', () => {
  const mail = () => composeMail(dueReminder(), ANNA, reminderContent(), at);

  it('has the headers by which mail programs unsubscribe in one click', async () =>
    expect(await headersOf(mail().raw)).toEqual({
      'list-id': '<0d000000-0000-5000-8000-000000000001.reminders.scanware.example>',
      'list-unsubscribe': '<https://portal.scanware.example/unsubscribe/a-token_of-anna>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    }));

  it('keeps the address of the link in one piece, however long it is', async () => {
    const unsubscribeUrl = `https://portal.scanware.example/unsubscribe/${'aB3-_'.repeat(50)}`;
    const { raw } = composeMail(dueReminder(), ANNA, reminderContent({ list: { ...list, unsubscribeUrl } }), at);
    expect(raw.toString()).toMatch(new RegExp(`^List-Unsubscribe:\\s+<${unsubscribeUrl}>\r$`, 'm'));
    const { text, html } = await PostalMime.parse(raw);
    expect(text?.trimEnd().endsWith(`Unsubscribe from this list: ${unsubscribeUrl}`)).toBe(true);
    expect(html).toContain(`<a href="${unsubscribeUrl}">Unsubscribe from this list</a></p>\n</body>`);
  });

  it('is of the same list for everybody who is reminded of the order', async () => {
    const bobs = { label: list.label, unsubscribeUrl: 'https://portal.scanware.example/unsubscribe/b-token' };
    const { raw } = composeMail(dueReminder(), BORIS, reminderContent({ list: bobs }), at);
    expect((await headersOf(raw))['list-id']).toBe((await headersOf(mail().raw))['list-id']);
  });
});

describe('a notice', () => {
  it('is of no list', async () => {
    const content = {
      kind: 'invitation',
      company: 'Acme',
      expiresAt: at,
      url: 'https://x.example/i',
      to,
      vendor,
    } as const;
    const { raw } = composeMail({ kind: 'invitation', noticeId: 'n-1' }, ANNA, content, at);
    expect(await headersOf(raw)).toEqual({});
    expect(raw.toString()).not.toMatch(/unsubscribe/i);
  });
});
