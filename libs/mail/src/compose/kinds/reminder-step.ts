import type { Words } from '@renewals/words';
import type { Correspondence } from '../correspondence';
import type { WhatToDo } from '../letter';

/** What the reader of a reminder can do about the expiry right now. Only `renew` has a button: the portal takes it. */
export type ReminderStep =
  | { readonly to: 'renew'; readonly url: string }
  /** `ask-sales-or-form`: the payment provider's purchase order form does it too (L). */
  | { readonly to: 'ask-sales' | 'ask-sales-or-form' | 'ask-sales-for-customer' }
  /** The renewal is requested already; sales approves it. */
  | { readonly to: 'have-it-approved' };

export function reminderStep(step: ReminderStep, { salesEmail }: Correspondence['vendor'], words: Words): WhatToDo {
  if (step.to !== 'renew') return { sentence: words.say(`reminder.step.${step.to}`, { salesEmail }) };
  return {
    sentence: words.say('reminder.step.renew'),
    link: { label: words.say('reminder.step.renew-label'), url: step.url },
  };
}
