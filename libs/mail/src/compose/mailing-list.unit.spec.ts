import PostalMime from 'postal-mime';
import { examples } from '../preview/examples';
import { composeMail } from './compose-mail';
import { ANNA, BORIS, composed, dueReminder, reminderContent } from './examples.spec';

const at = Date.parse('2026-01-09T08:00:00Z');
const { to, vendor, list, locale } = reminderContent();

async function headersOf(raw: Buffer): Promise<Record<string, string>> {
  const { headers } = await PostalMime.parse(raw);
  const ofLists = headers.filter(({ key }) => key.startsWith('list-') || key === 'precedence');
  return Object.fromEntries(ofLists.map(({ key, value }) => [key, value]));
}

describe('a reminder', () => {
  const mail = () => composed(dueReminder(), ANNA, reminderContent(), at);

  it('has the headers by which mail programs unsubscribe in one click', async () =>
    expect(await headersOf(mail().raw)).toEqual({
      'list-id': '<0d000000-0000-5000-8000-000000000001.reminders.scanware.example>',
      'list-unsubscribe': '<https://portal.scanware.example/unsubscribe/a-token_of-anna>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      precedence: 'bulk',
    }));

  it('keeps the address of the link in one piece, however long it is', async () => {
    const unsubscribeUrl = `https://portal.scanware.example/unsubscribe/${'aB3-_'.repeat(50)}`;
    const { raw } = composed(dueReminder(), ANNA, reminderContent({ list: { ...list, unsubscribeUrl } }), at);
    expect(raw.toString()).toMatch(new RegExp(`^List-Unsubscribe:\\s+<${unsubscribeUrl}>\r$`, 'm'));
    const { text, html } = await PostalMime.parse(raw);
    expect(text?.trimEnd().endsWith(`Unsubscribe from this list: ${unsubscribeUrl}`)).toBe(true);
    expect(html).toContain(`href="${unsubscribeUrl}">Unsubscribe from this list</a>`);
  });

  it('is of the same list for everybody who is reminded of the order', async () => {
    const bobs = { label: list.label, unsubscribeUrl: 'https://portal.scanware.example/unsubscribe/b-token' };
    const { raw } = composed(dueReminder(), BORIS, reminderContent({ list: bobs }), at);
    expect((await headersOf(raw))['list-id']).toBe((await headersOf(mail().raw))['list-id']);
  });
});

describe('a digest', () => {
  const content = { ...examples.digest, list: { label: 'both', unsubscribeUrl: 'https://x.example/unsubscribe/both' } };

  it('leaves all of its lists in one click, and each of them by a link of its own', async () => {
    const { raw } = composeMail('<d@scanware.example>', ANNA, content, at);
    expect(await headersOf(raw)).toMatchObject({
      'list-unsubscribe': '<https://x.example/unsubscribe/both>',
      precedence: 'bulk',
    });
    const { text } = await PostalMime.parse(raw);
    for (const { list } of content.lines)
      expect(text).toContain(`Unsubscribe from this list: ${list.unsubscribeUrl}\n`);
    expect(text).toContain('Unsubscribe from all of these lists: https://x.example/unsubscribe/both\n');
  });

  it('has no button of the mail program where there are too many lists for one', async () => {
    const { list: _none, ...withoutList } = content;
    const { raw } = composeMail('<d@scanware.example>', ANNA, withoutList, at);
    expect(await headersOf(raw)).toEqual({});
    expect(raw.toString()).not.toContain('Unsubscribe from all');
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
      locale,
    } as const;
    const { raw } = composed({ kind: 'invitation', noticeId: 'n-1' }, ANNA, content, at);
    expect(await headersOf(raw)).toEqual({});
    expect(raw.toString()).not.toMatch(/unsubscribe/i);
  });
});
