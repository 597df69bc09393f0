import { type Configuration, systemClock, systemEntropy } from '@renewals/platform';
import { SignInLinks } from './identity/sign-in-links';
import { makeSample, sampleConfiguration } from './sample/make-sample';
import { serve, type Server } from './server';

export interface Surroundings {
  say(line: string): void;
  /** Something failed with nobody waiting for it. */
  fail(error: unknown): void;
}

/** What runs in this process: the data directory's server, or the sample's once somebody asked for it. */
export class Program {
  private readonly links = new SignInLinks(systemClock, systemEntropy);
  private running: Promise<Server> | undefined;
  private openingSample: Promise<void> | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly surroundings: Surroundings,
  ) {}

  async start(withSample: boolean): Promise<void> {
    if (withSample) await this.prepareSample();
    this.running = withSample ? this.serveSample() : this.serveOwn();
    this.welcome(await this.running);
  }

  /** Drains, whatever is being started. */
  async stop(): Promise<void> {
    await (await this.running)?.close();
  }

  private serveOwn(): Promise<Server> {
    return serve(this.configuration, { links: this.links, openSample: () => this.openSample() });
  }

  private serveSample(port = this.configuration.PORT): Promise<Server> {
    return serve({ ...sampleConfiguration(this.configuration), PORT: port }, { links: this.links, mode: 'sample' });
  }

  private async prepareSample(): Promise<void> {
    const configuration = sampleConfiguration(this.configuration);
    this.openingSample ??= makeSample(configuration, () =>
      this.surroundings.say(`Making the sample in ${configuration.DATA_DIR}: a year in some seconds.`),
    );
    await this.openingSample;
  }

  /** The sample is made while this server still serves; the address changes hands when the answer is out. */
  private async openSample(): Promise<string> {
    await this.prepareSample();
    const own = await this.running;
    if (own?.mode === 'live') this.running = this.changeOver(own);
    this.running?.catch((error: unknown) => this.surroundings.fail(error));
    return `/sign-in/${this.links.issue()}`;
  }

  private async changeOver(own: Server): Promise<Server> {
    await own.close();
    const sample = await this.serveSample(own.port);
    this.welcome(sample);
    return sample;
  }

  private welcome({ address, mode, directory }: Server): void {
    const { say } = this.surroundings;
    say(`Renewals is at ${address} (API: ${address}/docs)`);
    say(`Data: ${directory}${notes[mode]}`);
    say(`Sign in, once, within 30 minutes: ${address}/sign-in/${this.links.issue()}`);
  }
}

const notes = {
  live: '',
  virtual: ', a virtual directory: it is only read, its clock stands still, and no mail leaves it',
  sample: ', the sample: its clock moves when you say so, and no mail leaves it',
} as const;
