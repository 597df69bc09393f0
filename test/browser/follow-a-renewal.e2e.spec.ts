import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { RunningProgram } from '../e2e/program';
import { temporaryDirectory } from '../support/temporary-directory';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`No browser at ${CHROMIUM}: the browser specs are skipped. Set CHROMIUM, or install it.`);

/** Where the pictures go; none are taken without it. */
const pictures = process.env['PICTURES'];

(isThere ? describe : describe.skip)('in a browser without scripts', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const env = { DATA_DIR: join(temporaryDirectory(), 'data'), PORT: '0', LOG_LEVEL: 'warn' };
    program = RunningProgram.start('api', env, '--sample');
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    program?.stop();
    await program?.ended();
  });

  const picture = async (name: string) => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  };
  const press = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.waitForLoadState();
  };
  const done = () => page.locator('.progress .done > span:first-child').allInnerTexts();

  it('a person signs in by the link and follows one renewal from reminder to start', async () => {
    const [, link = ''] = await program.said(/Sign in, once.*: (\S+)\n/);
    await page.goto(link);
    await picture('sign-in');
    await press('Sign in');
    await picture('due');

    const due = page.locator('tr', { hasText: 'dynamsoft' }).filter({ hasText: /\bdue\b/i });
    await due.filter({ hasText: 'days left' }).last().getByRole('link').click();
    expect(await page.getByText('Reminded').count()).toBeGreaterThan(1);
    await picture('reminded');
    await page.getByRole('link', { name: 'the mail' }).first().click();
    expect(await page.frameLocator('iframe').getByText('Hello').count()).toBe(1);
    await picture('mail');
    await page.goBack();

    await press('Request renewal');
    await press('Give a quote');
    await picture('quoted');
    await press('Accept the quote');
    await press('Generate the invoice');
    expect(await done()).toEqual(['Reminded', 'Requested', 'Approved', 'Invoiced']);
    await picture('invoiced');
    for (let months = 0; months < 4; months++) await press('30 days');
    expect(await done()).toContain('Started');
    await picture('started');
    await page.getByRole('link', { name: 'See the license that follows' }).click();
    expect(await page.locator('.lineage li').count()).toBe(2);
    expect(await page.locator('.title .badge').innerText()).toMatch(/active/i);
    await picture('successor');
  }, 60_000);

  it('nothing is wider than a phone, and every page reads in the dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const name of ['Due', 'Licenses', 'Mails']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
      const main = await page.locator('main').boundingBox();
      expect([name, (main?.x ?? 0) + (main?.width ?? 0)]).toEqual([name, 360]);
      await picture(`phone-${name.toLowerCase()}`);
    }
  });
});
