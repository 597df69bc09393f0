import type { Instant } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { Correspondence } from '../correspondence';
import { type Wording, wordingOf } from '../letter';

/** Somebody asked to set the password of this address, the first one or a new one (P). */
export interface PasswordLinkContent extends Correspondence {
  readonly kind: 'password-link';
  /** Good once, until `expiresAt`. Whoever has it can set the password. */
  readonly url: string;
  readonly expiresAt: Instant;
}

export function passwordLink(content: PasswordLinkContent, words: Words): Wording {
  const { url, expiresAt, vendor } = content;
  const step = words.say('password-link.step', { until: words.instant(expiresAt) });
  return wordingOf(content, words, {
    subject: words.say('password-link.subject', { vendor: vendor.name }),
    preheader: step,
    paragraphs: [words.say('password-link.opening'), words.say('password-link.consequence')],
    whatToDo: { sentence: step, link: { label: words.say('password-link.step-label'), url } },
    because: words.say('password-link.because'),
  });
}
