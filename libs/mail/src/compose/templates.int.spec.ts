import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { EXAMPLE_TIME } from '../preview/correspondence';
import { examples } from '../preview/examples';
import { letterOf } from './letter-of';
import { alert } from './kinds/alert';
import { wordsIn } from '@renewals/words';
import { written } from './templates';

const templates = join(packageRoot(), 'libs', 'mail', 'templates');

describe('the templates', () => {
  it('are compiled from the sources that are there now: else npm run build makes them anew', () => {
    const anew = temporaryDirectory();
    execFileSync(process.execPath, [join(templates, 'compile.mjs'), anew]);
    const files = readdirSync(anew);
    expect(files).toHaveLength(6);
    for (const file of files) {
      expect(readFileSync(join(templates, 'compiled', file), 'utf8')).toBe(readFileSync(join(anew, file), 'utf8'));
    }
  });

  it('refuse a wording that lacks what they say, rather than to leave it blank', () => {
    const { opening: _lacking, ...wording } = alert(examples.alert, wordsIn('en'));
    expect(() => written(wording as Parameters<typeof written>[0])).toThrow('opening');
  });
});

describe.each(Object.values(examples).map((content) => [content.kind, content] as const))(
  'the HTML of %s',
  (_, content) => {
    const { html, subject } = letterOf({ ...content, locale: 'de' }, EXAMPLE_TIME);

    it('loads nothing from anywhere, so that nobody sees who reads it', () => {
      expect(html).not.toMatch(/\ssrc=|srcset=|url\(|@import|<link|<script|<img|background=|@font-face/i);
      const addresses = [...html.matchAll(/\shref="([^"]*)"/g)].map(([, address]) => address);
      expect(
        addresses.filter((address) => !/^(https:\/\/portal\.scanware\.example\/|mailto:)/.test(address ?? '')),
      ).toEqual([]);
    });

    it('says its language, direction and subject, and has one heading, for those who hear it', () => {
      expect(html).toMatch(/<html lang="de" dir="ltr"/);
      expect(html).toContain(`<title>${subject.replaceAll("'", '&#x27;')}</title>`);
      expect(html.match(/<h1/g)).toHaveLength(1);
      const layout = [...html.matchAll(/<table[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => tag.includes('role="presentation"'));
      expect(layout.length).toBeGreaterThan(0);
    });

    it('is made for the dark too, and for narrow windows', () => {
      expect(html).toContain('<meta name="color-scheme" content="light dark"');
      expect(html).toContain('@media (prefers-color-scheme: dark)');
      expect(html).toContain('width=device-width');
      expect(html).toContain('max-width:600px');
    });

    it('has a preheader that is not in sight', () => {
      expect(html).toMatch(/<div style="display:none;[^"]*">[^<{]+<\/div>/);
    });
  },
);
