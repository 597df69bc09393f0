import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { SampleInBrowser } from './sample-in-browser';

const email = 'alice@northwind-imaging.example';
const password = 'correct horse battery';

describeInBrowser('in a browser with scripts', () => {
  let sample: SampleInBrowser;
  let page: Page;

  beforeAll(async () => {
    sample = await SampleInBrowser.begin({ scripts: true });
    page = sample.page;
  }, 60_000);

  afterAll(() => sample.end());

  /** What the mail's link has behind the `#`: read by an operator, in whose folder the sample files its mails. */
  const mailedToken = async (): Promise<string> => {
    await sample.openSignIn();
    await sample.press('Sign in');
    for (;;) {
      await sample.goTo('/portal/mails');
      const mail = page
        .locator('tr', { hasText: email })
        .first()
        .getByRole('link', { name: /password/i });
      if ((await mail.count()) === 0) continue;
      await mail.click();
      const [, token = ''] = /\/portal\/password#(\S+)/.exec(await page.locator('pre.mail').innerText()) ?? [];
      await sample.press('Sign out');
      return token;
    }
  };

  it('a person sets a password by the mailed link, and signs in with it', async () => {
    await sample.openSignIn();
    await sample.goTo('/portal/forgot-password');
    await page.getByLabel('E-mail address of your account').fill(email);
    await sample.press('Mail me a link');
    const token = await mailedToken();

    await sample.goTo(`/portal/password#${token}`);
    expect(await page.getByLabel(/^Code/).isVisible()).toBe(false);
    expect(page.url()).not.toContain(token);
    await sample.picture('password');
    await page.getByLabel('New password').fill(password);
    await sample.press('Set the password');

    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await sample.press('Sign in');
    expect(await page.getByText('Signed in as').innerText()).toBe('Signed in as customer');
    await sample.picture('customer');
  }, 60_000);
});
