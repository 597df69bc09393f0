import type { MailTransport } from '../transport/transport';
import type { DeliveryOptions } from './delivery';

const STEPS: readonly (string | symbol)[] = ['recipients', 'check', 'send', 'record'];

/**
 * What a sender works with, until it dies: right before or right after a call, and from then on none of its calls
 * comes back. What it had given to the server by then still goes its way. Not a spec itself.
 */
export class MortalSender {
  readonly death: Promise<void>;
  /** Answers of the server that nobody was there to hear. */
  answersUnheard = 0;
  private readonly mails: Promise<unknown>[] = [];
  private readonly calls: Promise<unknown>[] = [];
  private isDead = false;
  private die: () => void = () => undefined;

  /** `diesAt`: asked before and after each call. */
  constructor(private readonly diesAt: (step: string, when: 'before' | 'after') => boolean) {
    this.death = new Promise((died) => {
      this.die = () => {
        this.isDead = true;
        died();
      };
    });
  }

  with({ desk, transport }: Pick<DeliveryOptions, 'desk' | 'transport'>): Pick<DeliveryOptions, 'desk' | 'transport'> {
    return { desk: this.through(desk), transport: this.through(this.counted(transport)) };
  }

  /** Until the desk has done what it was told. */
  async isQuiet(): Promise<void> {
    await Promise.allSettled(this.calls);
  }

  /** Until the server has answered for everything that it was given, too. */
  async isBuried(): Promise<void> {
    await Promise.allSettled([...this.calls, ...this.mails]);
  }

  private counted(transport: MailTransport): MailTransport {
    return {
      atOnce: transport.atOnce,
      send: async (message) => {
        const sending = transport.send(message);
        this.mails.push(sending);
        const answer = await sending;
        this.live('send', 'after');
        if (this.isDead) this.answersUnheard++;
        return answer;
      },
      close: () => transport.close(),
    };
  }

  private through<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...given: unknown[]) => unknown;
        return STEPS.includes(name) ? (...given: unknown[]) => this.called(String(name), () => call(...given)) : call;
      },
    });
  }

  private async called(step: string, call: () => unknown): Promise<unknown> {
    this.live(step, 'before');
    if (this.isDead) return never();
    try {
      const called = call();
      if (step !== 'send') this.calls.push(Promise.resolve(called));
      const answer = await called;
      if (step !== 'send') this.live(step, 'after');
      return this.isDead ? await never() : answer;
    } catch (fault) {
      if (this.isDead) return never();
      throw fault;
    }
  }

  private live(step: string, when: 'before' | 'after'): void {
    if (!this.isDead && this.diesAt(step, when)) this.die();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
