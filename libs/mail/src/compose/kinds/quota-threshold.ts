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

/** A part of the quota is used up, or all of it before the term is over (P). */
export interface QuotaThresholdContent extends Correspondence {
  readonly kind: 'quota-threshold';
  readonly license: LicenseOnMail;
  /** Of the quota, used. 100 and more: nothing is left. */
  readonly percent: number;
  readonly orderId: OrderId;
  /** How to get more quota. */
  readonly whatToDo: WhatToDo;
}

interface QuotaWording extends Wording {
  readonly opening: string;
  readonly consequence: string;
}

export function quotaThreshold(content: QuotaThresholdContent): Letter {
  const { license, percent, orderId, whatToDo } = content;
  const product = oneLine(license.product);
  const isUsedUp = percent >= 100;
  const used = isUsedUp ? 'is used up' : `is used by ${percent} %`;
  return write({
    ...wordingOf(content, {
      subject: `The quota of your license for ${product} ${used}`,
      facts: [
        ...licenseFacts(license),
        { label: 'Used', value: isUsedUp ? 'all of it' : `${percent} %` },
        { label: 'Order', value: orderId },
      ],
      whatToDo,
      because: `You get this mail because you are a contact for order ${orderId}.`,
    }),
    opening: `The quota of your license for ${product} ${used}.`,
    consequence: isUsedUp
      ? 'Nothing is left of it, although the license has not expired.'
      : 'When nothing is left of it, the license cannot be used until quota is added, also before it expires.',
  });
}

const write = letterTemplate<QuotaWording>({
  text: `{{opening}}
{{consequence}}

${facts.text}`,
  html: `<p><strong>{{opening}}</strong><br>{{consequence}}</p>
${facts.html}`,
});
