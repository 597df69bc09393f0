import type { AlertReason, IsoDate, OrderId } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type Wording, wordingOf } from '../letter';

/** Mail reaches nobody of an order any more, or told nobody in time: sales must. */
export interface AlertContent extends Correspondence {
  readonly kind: 'alert';
  /** By name, where the company is known. */
  readonly customer?: string;
  readonly reason: AlertReason;
  readonly orderId: OrderId;
  /** The expiry that nobody was told of, where there was one. */
  readonly expiry?: { readonly product: string; readonly expiresOn: IsoDate };
}

export function alert(content: AlertContent, words: Words): Wording {
  const { reason, orderId, expiry } = content;
  const customer = content.customer ?? words.say('alert.unknown-customer');
  const ends = expiry && { product: expiry.product, date: words.date(expiry.expiresOn) };
  const opening = ends
    ? words.say(`alert.${reason}.opening-of-expiry`, { customer, ...ends })
    : words.say(`alert.${reason}.opening`, { customer });
  const wayOut = words.say(`alert.${reason}.way-out`);
  return wordingOf(content, words, {
    subject: words.say(`alert.${reason}.subject`, { customer, orderId }),
    preheader: wayOut,
    paragraphs: [opening],
    facts: [
      { label: words.say('fact.customer'), value: customer },
      { label: words.say('fact.order'), value: orderId },
      ...(ends
        ? [
            { label: words.say('fact.product'), value: ends.product },
            { label: words.say('fact.last-day'), value: ends.date },
          ]
        : []),
    ],
    whatToDo: { sentence: wayOut },
    because: becauseOf({ role: 'sales', vendor: content.vendor.name }, words),
  });
}
