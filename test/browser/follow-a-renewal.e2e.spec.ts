import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { SampleInBrowser } from './sample-in-browser';

describeInBrowser('in a browser without scripts', () => {
  let sample: SampleInBrowser;
  let page: Page;

  beforeAll(async () => {
    sample = await SampleInBrowser.begin({ scripts: false });
    page = sample.page;
  }, 60_000);

  afterAll(() => sample.end());

  const picture = (name: string) => sample.picture(name);
  const press = (button: string) => sample.press(button);
  const done = () => page.locator('.progress .done > span:first-child').allInnerTexts();

  it('a person signs in by the link, and renews what is selected in one transaction', async () => {
    await sample.openSignIn();
    await picture('sign-in');
    await press('Sign in');
    await picture('due');
    const boxes = page.locator('tr', { hasText: 'dynamsoft' }).getByRole('checkbox');
    for (const box of [boxes.nth(0), boxes.nth(1)]) await box.check();
    await picture('selected');
    await press('Renew Selected');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('One renewal of 2 terms');
    await picture('renewal');
  }, 60_000);

  it('a person follows one renewal from reminder to start', async () => {
    await sample.goTo('/');
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
    for (const name of ['Due', 'Licenses', 'Tasks', 'Mails']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
      const main = await page.locator('main').boundingBox();
      expect([name, (main?.x ?? 0) + (main?.width ?? 0)]).toEqual([name, 360]);
      await picture(`phone-${name.toLowerCase()}`);
    }
  });
});
