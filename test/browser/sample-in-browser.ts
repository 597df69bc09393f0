import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { RunningProgram } from '../e2e/program';
import { temporaryDirectory } from '../support/temporary-directory';
import { openBrowser, picture } from './browser';

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
    const browser = await openBrowser();
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
    await picture(this.page, name);
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.program.stop();
    await this.program.ended();
  }
}
