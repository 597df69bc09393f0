/**
 * When mails may go. In memory, with the time that it is given; it decides nothing, and whoever asks waits. Instants are
 * milliseconds since the epoch.
 */
export interface Pace {
  /** The instant from which a mail to this address may be given to the server; `now`: at once, and the turn is taken. */
  turn(address: string, now: number): number;
  /**
   * The server could not be reached or refuses everybody. Nobody's attempt counts until the returned instant, and from
   * then a single mail goes ahead of the others.
   */
  serverDown(now: number): number;
  /** It has answered for, or of, a mail. */
  serverUp(): void;
}
