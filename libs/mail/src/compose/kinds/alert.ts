import type { IsoDate, OrderAlertReason, OrderId } from '@renewals/licensing';
import { type Correspondence, facts, type Letter, letterTemplate, type Wording, wordingOf } from '../letter';
import { longDate, oneLine } from '../writing';

/** Mail reaches nobody of an order any more: sales must. */
export interface AlertContent extends Correspondence {
  readonly kind: 'alert';
  readonly customer: string;
  readonly reason: OrderAlertReason;
  readonly orderId: OrderId;
  /** The expiry that nobody could be reminded of, where there was one. */
  readonly expiry?: { readonly product: string; readonly expiresOn: IsoDate };
}

interface AlertWording extends Wording {
  readonly opening: string;
}

export function alert(content: AlertContent): Letter {
  const { customer, orderId, expiry, vendor } = content;
  const about = expiry ? ` about ${expiry.product}, which expires on ${longDate(expiry.expiresOn)}` : '';
  return write({
    ...wordingOf(content, {
      subject: subject(content),
      facts: [
        { label: 'Customer', value: customer },
        { label: 'Order', value: orderId },
        ...(expiry
          ? [
              { label: 'Product', value: expiry.product },
              { label: 'Last day', value: longDate(expiry.expiresOn) },
            ]
          : []),
      ],
      whatToDo: { sentence: wayOut[content.reason] },
      because: `You get this mail because you sell for ${vendor.name}.`,
    }),
    opening: oneLine(`${silence(content)}${about}.`),
  });
}

const wayOut: Readonly<Record<OrderAlertReason, string>> = {
  'no-recipient': 'Find out who is responsible now, and add them to the contacts of the order.',
  'no-billing-contact':
    'Find out who answers for the bills now, and make them the billing contact of the order; ' +
    'of an order through a reseller, the primary contact of the reseller.',
};

function subject({ reason, customer, orderId }: AlertContent): string {
  return reason === 'no-recipient'
    ? `Nobody at ${customer} gets the mail of order ${orderId}`
    : `Nobody gets the bills of order ${orderId} of ${customer}`;
}

function silence({ reason, customer }: AlertContent): string {
  return reason === 'no-recipient'
    ? `There was nobody to write to at ${customer}`
    : `There was nobody to send the bill of ${customer} to`;
}

const write = letterTemplate<AlertWording>({
  text: `{{opening}}

${facts.text}`,
  html: `<p><strong>{{opening}}</strong></p>
${facts.html}`,
});
