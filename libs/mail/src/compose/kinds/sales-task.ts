import type { InvoiceId, IsoDate, Money } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type Fact, type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';

/** Somebody of sales has something to do (L). */
export interface SalesTaskContent extends Correspondence {
  readonly kind: 'sales-task';
  readonly task: SalesTaskOnMail;
  readonly customer?: string;
  /** Whom to write to. */
  readonly writeTo?: Correspondence['to'];
  /** The one that bounced. */
  readonly payment?: {
    readonly id: string;
    readonly amount: Money;
    readonly invoice: InvoiceId;
    readonly reason: string;
  };
  readonly license?: LicenseOnMail;
  readonly expiresOn?: IsoDate;
  readonly dueOn: IsoDate;
  /** Where it is done. */
  readonly url: string;
}

/** What is to be done. */
export type SalesTaskOnMail =
  | { readonly to: 'write-to-billing-contact' | 'write-to-reseller'; readonly product: string }
  /** A payment bounced while the contract runs. */
  | { readonly to: 'payment-reversed' };

export function salesTask(content: SalesTaskContent, words: Words): Wording {
  const { task, customer, writeTo, payment, license, expiresOn, url } = content;
  const date = words.date(content.dueOn);
  const toDo =
    task.to === 'payment-reversed'
      ? words.say('sales-task.task.payment-reversed', { date })
      : words.say(`sales-task.task.${task.to}`, { product: task.product, date });
  return wordingOf(content, words, {
    subject: toDo,
    preheader: words.say('sales-task.preheader', { customer: customer ?? words.say('alert.unknown-customer'), date }),
    paragraphs: [words.say('sales-task.opening', { task: toDo })],
    facts: [
      ...named(words.say('fact.customer'), customer),
      ...named(words.say('sales-task.write-to'), writeTo && [writeTo.name ?? [], writeTo.email].flat().join(', ')),
      ...named(
        words.say('sales-task.payment'),
        payment &&
          words.say('sales-task.payment-and-amount', { payment: payment.id, amount: words.money(payment.amount) }),
      ),
      ...named(words.say('sales-task.bounced-because'), payment?.reason),
      ...named(words.say('fact.invoice'), payment?.invoice),
      ...(license ? licenseFacts(license, words) : []),
      ...named(words.say('fact.last-day'), expiresOn && words.date(expiresOn)),
      { label: words.say('sales-task.due'), value: date },
    ],
    whatToDo: { sentence: words.say('sales-task.step'), link: { label: words.say('sales-task.step-label'), url } },
    because: becauseOf({ role: 'sales', vendor: content.vendor.name }, words),
  });
}

function named(label: string, value: string | undefined): Fact[] {
  return value === undefined ? [] : [{ label, value }];
}
