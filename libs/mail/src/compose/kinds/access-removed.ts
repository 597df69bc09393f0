import type { OrderId } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { Correspondence } from '../correspondence';
import { type Wording, wordingOf } from '../letter';

/** Somebody was taken off an order, or left the company (F). Names nothing that they did not know. */
export interface AccessRemovedContent extends Correspondence {
  readonly kind: 'access-removed';
  readonly company: string;
  /** The order; none where it is all of the company's. */
  readonly orderId?: OrderId;
}

export function accessRemoved(content: AccessRemovedContent, words: Words): Wording {
  const { company, orderId, vendor } = content;
  const step = { company, supportEmail: vendor.supportEmail };
  const said =
    orderId === undefined
      ? {
          subject: words.say('access-removed.company.subject', { company }),
          opening: words.say('access-removed.company.opening', { company }),
          consequence: words.say('access-removed.company.consequence'),
          sentence: words.say('access-removed.company.step', step),
        }
      : {
          subject: words.say('access-removed.order.subject', { orderId }),
          opening: words.say('access-removed.order.opening', { orderId, company }),
          consequence: words.say('access-removed.order.consequence'),
          sentence: words.say('access-removed.order.step', step),
        };
  return wordingOf(content, words, {
    subject: said.subject,
    preheader: said.consequence,
    paragraphs: [said.opening, said.consequence],
    whatToDo: { sentence: said.sentence },
    because: words.say('access-removed.because', { company }),
  });
}
