import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { RunningProgram } from '../e2e/program';
import { temporaryDirectory } from '../support/temporary-directory';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`No browser at ${CHROMIUM}: the browser specs are skipped. Set CHROMIUM, or install it.`);

export const describeInBrowser = isThere ? describe : describe.skip;

/** Where the pictures go; none are taken without it. */
const pictures = process.env['PICTURES'];

/** The sample, served by the built program, in a browser. */
export class SampleInBrowser {
  private constructor(
    readonly page: Page,
    private readonly program: RunningProgram,
    private readonly browser: Browser,
  ) {}

  static async begin({ scripts }: { readonly scripts: boolean }): Promise<SampleInBrowser> {
    const env = { DATA_DIR: join(temporaryDirectory(), 'data'), PORT: '0', LOG_LEVEL: 'warn' };
    const program = RunningProgram.start('api', env, '--sample');
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 1280, height: 900 } });
    return new SampleInBrowser(await context.newPage(), program, browser);
  }

  /** Follows the link that the program prints. */
  async openSignIn(): Promise<void> {
    const [, link = ''] = await this.program.said(/Sign in, once.*: (\S+)\n/);
    await this.page.goto(link);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href);
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.page.waitForLoadState();
  }

  async picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.program.stop();
    await this.program.ended();
  }
}
