import type { Clock, Entropy } from '@renewals/platform';
import type { SignInLinks } from './identity/sign-in-links';

/**
 * How a data directory is served. `live`: commands are taken and the worker lives by the clock. `virtual`: reads only,
 * the clock stands still. `sample`: a virtual directory that people may play with; its clock moves when they say so.
 */
export type Mode = 'live' | 'virtual' | 'sample';

export interface Serving {
  readonly mode: Mode;
  /** Time of tokens, sessions and sign-in links: real time also over a virtual directory. */
  readonly clock: Clock;
  /** What people draw from: never seeded, two requests are never the same. */
  readonly entropy: Entropy;
  readonly links: SignInLinks;
  /** Turns this server over to the sample, for the button on the empty page; answers with where to sign in there. */
  readonly openSample?: () => Promise<string>;
}

/** Of the injected `Serving`. */
export const SERVING = Symbol('serving');
