import { addressStream, type OpenPasswordLink, openPasswordLink } from '@renewals/licensing';
import { type PasswordLink, readPasswordLink, signPasswordLink } from '@renewals/platform';
import { type Streams } from '../runtime/streams';

/** A link that is good now, with the secret that stands in no event. */
export interface MailablePasswordLink extends OpenPasswordLink {
  readonly token: string;
}

/** The links by which passwords are set: each is made when its mail is, and is the same text every time. */
export class PasswordLinks {
  constructor(
    private readonly streams: Streams,
    /** 32 bytes, kept for as long as links are open. */
    private readonly secret: Buffer,
  ) {}

  /** The link that was asked for last; `undefined` when none is open at `now`. `address` names the address's stream. */
  async passwordLinkFor(address: string, now: number): Promise<MailablePasswordLink | undefined> {
    const { state } = await this.streams.read(addressStream, address);
    const open = openPasswordLink(state, now);
    if (!open) return undefined;
    const token = signPasswordLink(this.secret, { address, generation: open.generation }, Date.parse(open.expiresAt));
    return { ...open, token };
  }

  /** `undefined` for a token that was not signed here, or is over. Whether it was used, the address knows. */
  read(token: string, now: number): PasswordLink | undefined {
    return readPasswordLink(this.secret, token, now);
  }
}
