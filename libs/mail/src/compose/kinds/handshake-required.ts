import type { OrderId } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';

/** A license on the customer's own servers is to be configured to the old handshake code by hand (P). */
export interface HandshakeRequiredContent extends Correspondence {
  readonly kind: 'handshake-required';
  /** The new one. */
  readonly license: LicenseOnMail;
  readonly handshakeCode?: string;
  readonly orderId: OrderId;
  /** Where it is confirmed. */
  readonly url: string;
}

export function handshakeRequired(content: HandshakeRequiredContent, words: Words): Wording {
  const { license, handshakeCode, orderId, url } = content;
  const { product } = license;
  const step = words.say('handshake-required.step');
  return wordingOf(content, words, {
    subject: words.say('handshake-required.subject', { product }),
    preheader: step,
    paragraphs: [words.say('handshake-required.opening', { product }), words.say('handshake-required.consequence')],
    facts: [
      ...licenseFacts(license, words),
      ...(handshakeCode === undefined ? [] : [{ label: words.say('fact.handshake-code'), value: handshakeCode }]),
      { label: words.say('fact.order'), value: orderId },
    ],
    whatToDo: { sentence: step, link: { label: words.say('handshake-required.step-label'), url } },
    because: becauseOf({ role: 'order-contact', orders: [orderId] }, words),
  });
}
