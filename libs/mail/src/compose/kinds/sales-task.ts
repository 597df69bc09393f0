import type { InvoiceId, IsoDate, Money } from '@renewals/licensing';
import { type Correspondence, type Fact, facts, type Letter, letterTemplate, type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';
import { amount, longDate, oneLine } from '../writing';

/** Somebody of sales has something to do (L). */
export interface SalesTaskContent extends Correspondence {
  readonly kind: 'sales-task';
  /** What is to be done, a sentence without its full stop. */
  readonly task: string;
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

interface TaskWording extends Wording {
  readonly opening: string;
}

export function salesTask(content: SalesTaskContent): Letter {
  const { task, customer, writeTo, payment, license, expiresOn, dueOn, url } = content;
  const by = longDate(dueOn);
  return write({
    ...wordingOf(content, {
      subject: `${task}, by ${by}`,
      facts: [
        ...named('Customer', customer),
        ...named('Write to', writeTo && [writeTo.name ?? [], writeTo.email].flat().join(', ')),
        ...named('Payment', payment && `${payment.id}, ${amount(payment.amount)}`),
        ...named('It bounced because', payment?.reason),
        ...named('Invoice', payment?.invoice),
        ...(license ? licenseFacts(license) : []),
        ...named('Last day', expiresOn && longDate(expiresOn)),
        { label: 'Due', value: by },
      ],
      whatToDo: { sentence: 'Note there what you did.', link: { label: 'Open the license', url } },
      because: `You get this mail because you sell for ${content.vendor.name}.`,
    }),
    opening: `${oneLine(task)}, by ${by}.`,
  });
}

function named(label: string, value: string | undefined): Fact[] {
  return value === undefined ? [] : [{ label, value }];
}

const write = letterTemplate<TaskWording>({
  text: `{{opening}}

${facts.text}`,
  html: `<p><strong>{{opening}}</strong></p>
${facts.html}`,
});
