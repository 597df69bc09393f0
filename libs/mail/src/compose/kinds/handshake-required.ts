import type { OrderId } from '@renewals/licensing';
import {
  type Correspondence,
  facts,
  type Letter,
  letterTemplate,
  type WhatToDo,
  type Wording,
  wordingOf,
} from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';
import { oneLine } from '../writing';

/** A license on the customer's own servers is to be configured to the old handshake code by hand (P). */
export interface HandshakeRequiredContent extends Correspondence {
  readonly kind: 'handshake-required';
  /** The new one. */
  readonly license: LicenseOnMail;
  readonly handshakeCode?: string;
  readonly orderId: OrderId;
  readonly whatToDo: WhatToDo;
}

interface HandshakeWording extends Wording {
  readonly opening: string;
}

export function handshakeRequired(content: HandshakeRequiredContent): Letter {
  const { license, handshakeCode, orderId, whatToDo } = content;
  const product = oneLine(license.product);
  return write({
    ...wordingOf(content, {
      subject: `Configure your new license for ${product} to its handshake code`,
      facts: [
        ...licenseFacts(license),
        ...(handshakeCode === undefined ? [] : [{ label: 'Handshake code', value: handshakeCode }]),
        { label: 'Order', value: orderId },
      ],
      whatToDo,
      because: `You get this mail because you are a contact for order ${orderId}.`,
    }),
    opening: `Your new license for ${product} waits to be configured to the old handshake code.`,
  });
}

const write = letterTemplate<HandshakeWording>({
  text: `{{opening}}
You host the license server yourselves, so this is not done for you. Until it is done, clients do not use the new license.

${facts.text}`,
  html: `<p><strong>{{opening}}</strong><br>
You host the license server yourselves, so this is not done for you. Until it is done, clients do not use the new license.</p>
${facts.html}`,
});
