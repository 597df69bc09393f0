import { previewed, previewOf } from '@renewals/mail';
import { knownLocales } from '@renewals/words';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, picture } from './browser';

const widths = { phone: 390, desktop: 1000 } as const;
const LAST_DAYS = Date.parse('2026-03-07T08:00:00Z');

/** Those of which the documentation shows a picture. */
const shown = {
  'reminder-de': {
    template: 'reminder',
    locale: 'de',
    now: LAST_DAYS,
    variables: { customer: null, usedUp: false },
    colorScheme: 'light',
  },
  'digest-dark': { template: 'digest', locale: 'en', colorScheme: 'dark' },
  receipt: { template: 'confirmation', locale: 'en', variables: { customers: [] }, colorScheme: 'light' },
} as const;

describeInBrowser('a mail in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function opened(html: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 200 },
      colorScheme,
      javaScriptEnabled: true,
    });
    const page = await context.newPage();
    await page.setContent(html);
    return page;
  }

  it.each(previewed.flatMap((template) => knownLocales().map((locale) => [template, locale] as const)))(
    'fits a phone and wants nothing from elsewhere: %s in %s',
    async (template, locale) => {
      const { html } = previewOf({ template, locale });
      const page = await opened(html, widths.phone, 'light');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(widths.phone);
      expect(await page.evaluate("performance.getEntriesByType('resource').length")).toBe(0);
      await page.context().close();
    },
  );

  it.each(Object.keys(shown) as (keyof typeof shown)[])('is shown in the documentation: %s', async (name) => {
    const { colorScheme, ...request } = shown[name];
    const { html } = previewOf(request);
    for (const [device, width] of Object.entries(widths)) {
      const page = await opened(html, width, colorScheme);
      await picture(page, `${name}-${device}`);
      const background = await page.evaluate('getComputedStyle(document.querySelector(".page")).backgroundColor');
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(20, 24, 29)' : 'rgb(255, 255, 255)');
      await page.context().close();
    }
  });
});
