import type { Instant, IsoDate, OrderId, Zone } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type WhatToDo, type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';
import { daysLeft } from './reminder';

/** A trial ends soon, and is extended, bought or over then (F). */
export interface TrialEndsContent extends Correspondence {
  readonly kind: 'trial-ends';
  readonly license: LicenseOnMail;
  readonly expiresOn: IsoDate;
  /** Where `expiresOn` is a day. */
  readonly zone: Zone;
  readonly orderId: OrderId;
  readonly step: TrialStep;
}

/** `extend` while the trial may be extended, by so many days; else it can only be bought. */
export type TrialStep = { readonly to: 'extend'; readonly days: number; readonly url: string } | { readonly to: 'buy' };

/** Counts the days that are left. */
export function trialEnds(content: TrialEndsContent, words: Words, now: Instant): Wording {
  const { license, orderId, expiresOn, zone } = content;
  const { product } = license;
  const days = daysLeft(content, now);
  const date = words.date(expiresOn);
  const whatToDo = howToGoOn(content, words);
  return wordingOf(content, words, {
    subject: words.say('trial-ends.subject', { product, days, date }),
    preheader: whatToDo.sentence,
    paragraphs: [
      words.say('trial-ends.opening', { product, days }),
      words.say('trial-ends.consequence', { date, zone }),
    ],
    facts: [
      ...licenseFacts(license, words),
      { label: words.say('fact.last-day'), value: words.say('fact.last-day-in-zone', { date, zone }) },
      { label: words.say('fact.order'), value: orderId },
    ],
    whatToDo,
    because: becauseOf({ role: 'order-contact', orders: [orderId] }, words),
  });
}

function howToGoOn({ step, vendor: { salesEmail } }: TrialEndsContent, words: Words): WhatToDo {
  if (step.to === 'buy') return { sentence: words.say('trial-ends.step.buy', { salesEmail }) };
  return {
    sentence: words.say('trial-ends.step.extend', { days: step.days, salesEmail }),
    link: { label: words.say('trial-ends.step.extend-label'), url: step.url },
  };
}
