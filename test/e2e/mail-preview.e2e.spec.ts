import { previewed, previewOf } from '@renewals/mail';
import { knownLocales } from '@renewals/words';
import { Person } from './person';
import { Served } from './served';

let served: Served;
beforeAll(async () => {
  served = await Served.begin();
});
afterAll(() => served.close());

const everyMail = knownLocales().flatMap((locale) => previewed.map((template) => ({ template, locale })));

function linksIn(html: string): string[] {
  return [...html.matchAll(/\shref="([^"]+)"/g)].map(([, address]) => String(address).replaceAll('&#x3D;', '='));
}

describe('the page that shows what mails say', () => {
  const staff = () => Person.as(served, 'support');

  it('shows each kind in each language, its HTML where nothing of it runs or loads', async () => {
    const page = await staff().reads('/portal/mail-preview?template=invitation&locale=de');
    expect(page).toContain('<h2>Sie sind zum Konto von Acme eingeladen</h2>');
    for (const template of previewed) expect(page).toContain(`>${template}</option>`);
    const [, frame] = /<iframe class="mail" sandbox src="([^"]+)"/.exec(page) ?? [];
    const { headers, text } = await staff().get(String(frame).replaceAll('&amp;', '&')).expect(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none';.*sandbox/);
    expect(text).toMatch(/^<!doctype html>\s*<html lang="de"/);
  });

  it('begins with a reminder in English, and is linked from the mails', async () => {
    expect(await staff().reads('/portal/mail-preview')).toMatch(/<option selected>\s*reminder|selected>reminder/);
    expect(await staff().reads('/portal/mails')).toContain('href="/portal/mail-preview"');
  });

  it.each([
    'template=postcard',
    'locale=tlh',
    'locale=de&locale=en',
    'template=%22%3E%3Cscript%3E',
    'template=__proto__',
  ])('refuses %s', async (query) => {
    const { text } = await staff().get(`/portal/mail-preview?${query}`).expect(400);
    expect(text).not.toContain('<script>');
  });

  it('is not for customers', async () => {
    await Person.as(served, 'customer').get('/portal/mail-preview').expect(403);
  });
});

/** What whoever asks for something that no route serves is told; whoever asks for a thing that is not there is not. */
const NOTHING_HERE = 'There is nothing at this address.';

async function answerOf(path: string): Promise<string> {
  return (await served.http.get(path).set('accept', 'text/html')).text;
}

describe.each(everyMail)('the links of $template in $locale', (mail) => {
  const links = linksIn(previewOf(mail).html);

  it('write to one address, or lead to a page that is there', async () => {
    expect(await answerOf('/portal/no-such-page')).toContain(NOTHING_HERE);
    for (const link of new Set(links)) {
      if (link.startsWith('mailto:')) expect(link).toMatch(/^mailto:[\w.-]+@[\w.-]+\.example$/);
      else expect(await answerOf(new URL(link).pathname)).not.toContain(NOTHING_HERE);
    }
    expect(links.length).toBeGreaterThan(1);
  });
});
