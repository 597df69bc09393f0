import type { Instant } from '@renewals/licensing';
import { type Correspondence, type Letter, letterTemplate, type Wording, wordingOf } from '../letter';
import { longInstant } from '../writing';

/** Somebody asked to set the password of this address, the first one or a new one (P). */
export interface PasswordLinkContent extends Correspondence {
  readonly kind: 'password-link';
  /** Good once, until `expiresAt`. Whoever has it can set the password. */
  readonly url: string;
  readonly expiresAt: Instant;
}

export function passwordLink(content: PasswordLinkContent): Letter {
  const { url, expiresAt, vendor } = content;
  return write(
    wordingOf(content, {
      subject: `Set your password for ${vendor.name}`,
      facts: [],
      whatToDo: {
        sentence: `The link works once, until ${longInstant(expiresAt)}.`,
        link: { label: 'Set the password', url },
      },
      because: 'You get this mail because somebody asked for it with this address.',
    }),
  );
}

const write = letterTemplate<Wording>({
  text: `Somebody asked to set the password of this address.
If it was not you, do nothing: your password stays as it is.`,
  html: `<p><strong>Somebody asked to set the password of this address.</strong><br>
If it was not you, do nothing: your password stays as it is.</p>`,
});
