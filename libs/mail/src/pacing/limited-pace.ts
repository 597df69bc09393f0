import { domainOf } from '../compose/message-id';
import { CircuitBreaker } from './circuit-breaker';
import type { Pace } from './pace';
import { Windows } from './windows';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Mails, whole numbers from 1; what is left out has no limit. */
export interface MailLimits {
  readonly perSecond?: number | undefined;
  readonly perDomainPerMinute?: number | undefined;
  readonly perAddressPerHour?: number | undefined;
}

interface Limit {
  readonly windows: Windows;
  readonly nameFor: (address: string) => string;
}

/** Keeps to the limits of the server and its receivers, and away from a server that is down. */
export class LimitedPace implements Pace {
  private readonly limits: readonly Limit[];
  private readonly breaker: CircuitBreaker;

  /** `jitter`: a number from 0 to 1 for each time in a row that the server was down. */
  constructor({ perSecond, perDomainPerMinute, perAddressPerHour }: MailLimits, jitter: (failure: number) => number) {
    this.limits = [
      ...limitOf(perAddressPerHour, HOUR, (address) => address),
      ...limitOf(perDomainPerMinute, MINUTE, domainOf),
      ...limitOf(perSecond, SECOND, () => 'all'),
    ];
    this.breaker = new CircuitBreaker(jitter);
  }

  turn(address: string, now: number): number {
    const openFrom = this.breaker.openFrom(now);
    if (openFrom > now) return openFrom;
    const windows = this.limits.map((limit) => limit.windows.of(limit.nameFor(address.toLowerCase()), now));
    const full = windows.filter((window) => !window.hasRoom(now));
    if (full.length > 0) return Math.max(...full.map((window) => window.promise()));
    for (const window of windows) window.take(now);
    this.breaker.goes(now);
    return now;
  }

  serverDown(now: number): number {
    return this.breaker.failed(now);
  }

  serverUp(): void {
    this.breaker.answered();
  }
}

function limitOf(limit: number | undefined, span: number, nameFor: Limit['nameFor']): Limit[] {
  return limit === undefined ? [] : [{ windows: new Windows(limit, span), nameFor }];
}
