import type { OrderId } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type WhatToDo, type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';

/** A part of the quota is used up, or all of it before the term is over (P). */
export interface QuotaThresholdContent extends Correspondence {
  readonly kind: 'quota-threshold';
  readonly license: LicenseOnMail;
  /** Of the quota, used. 100 and more: nothing is left. */
  readonly percent: number;
  readonly orderId: OrderId;
  readonly step: QuotaStep;
}

/** How to get more quota: by oneself, or of sales. */
export type QuotaStep = { readonly to: 'add-quota'; readonly url: string } | { readonly to: 'ask-sales' };

export function quotaThreshold(content: QuotaThresholdContent, words: Words): Wording {
  const { license, percent, orderId } = content;
  const part = percent >= 100 ? 'whole' : 'part';
  const used = { product: license.product, percent: words.percent(percent) };
  const consequence = words.say(`quota-threshold.${part}.consequence`);
  return wordingOf(content, words, {
    subject: words.say(`quota-threshold.${part}.subject`, used),
    preheader: consequence,
    paragraphs: [words.say(`quota-threshold.${part}.opening`, used), consequence],
    facts: [
      ...licenseFacts(license, words),
      {
        label: words.say('quota-threshold.used'),
        value: part === 'whole' ? words.say('quota-threshold.all-of-it') : used.percent,
      },
      { label: words.say('fact.order'), value: orderId },
    ],
    whatToDo: whatToDo(content, words),
    because: becauseOf({ role: 'order-contact', orders: [orderId] }, words),
  });
}

function whatToDo({ step, vendor: { salesEmail } }: QuotaThresholdContent, words: Words): WhatToDo {
  if (step.to === 'ask-sales') return { sentence: words.say('quota-threshold.step.ask-sales', { salesEmail }) };
  return {
    sentence: words.say('quota-threshold.step.add-quota'),
    link: { label: words.say('quota-threshold.step.add-quota-label'), url: step.url },
  };
}
