import { enforce, refused, type Refused, type Rule } from '../../shared/rule';
import type { Actor, IsoDate, Money, Subject } from '../../shared/words';
import { isSame } from '../state';
import { billOf, lineOf, type Renewal } from '../state';
import { restOf } from './balance';
import type { CreditedLine, CreditIssued } from './events';
import { hasBill, hasReason, inWords, refuseUnlessAmount } from './rules';
import { prorated, refuseUnlessDayOfContract } from './unused-days';

export interface IssueCredit {
  readonly creditId: string;
  readonly lines: readonly LineToCredit[];
  readonly reason: string;
  readonly by: Actor;
}

/** An amount, or what the contract costs from a day on. */
export type LineToCredit = { readonly subject: Subject } & (
  { readonly amount: Money } | { readonly unusedFrom: IsoDate }
);

type CreditRule = Rule<Renewal, IssueCredit, object>;

const namesEachLineOnce: CreditRule = (_renewal, { lines }) => {
  if (lines.length === 0) return refused('INVALID_INPUT', 'Nothing is credited. Name at least one line.');
  const twice = lines.find((line, index) => lines.findIndex(({ subject }) => isSame(subject, line.subject)) !== index);
  return twice && refused('INVALID_INPUT', `Line ${twice.subject.id} is named twice. Name it once, with the sum.`);
};

const namesItsLines: CreditRule = (renewal, { lines }) => {
  const foreign = lines.find(({ subject }) => !lineOf(renewal, subject));
  return foreign && refused('NOT_FOUND', `${foreign.subject.id} is not part of this renewal. Choose one of its lines.`);
};

const namesDaysOfContracts: CreditRule = (renewal, { lines }) =>
  firstOf(lines, (line) =>
    'unusedFrom' in line ? refuseUnlessDayOfContract(lineOf(renewal, line.subject), line.unusedFrom) : undefined,
  );

const namesAmounts: CreditRule = (renewal, { lines }) => {
  const bill = billOf(renewal);
  return bill && firstOf(credited(renewal, lines), ({ amount }) => refuseUnlessAmount(amount, bill.invoice.total));
};

const isNotMoreThanInvoiced: CreditRule = (renewal, { lines }) => {
  const bill = billOf(renewal);
  return (
    bill &&
    firstOf(credited(renewal, lines), ({ subject, amount }) => {
      const line = lineOf(renewal, subject);
      const rest = line && restOf(bill, line);
      return rest && amount.amountMinor > rest.amountMinor
        ? refused(
            'AMOUNT_EXCEEDS_INVOICE',
            `Of line ${subject.id} ${inWords(rest)} is invoiced and not credited yet, and ${inWords(amount)} is more. Give back the rest at most.`,
          )
        : undefined;
    })
  );
};

const rules = [
  hasBill,
  hasReason,
  namesEachLineOnce,
  namesItsLines,
  namesDaysOfContracts,
  namesAmounts,
  isNotMoreThanInvoiced,
];

/** Gives back at most what each line was invoiced with. Where it is paid already, the credit is refunded. */
export function issueCredit(renewal: Renewal, command: IssueCredit): CreditIssued[] {
  if (billOf(renewal)?.credits.some(({ creditId }) => creditId === command.creditId)) return [];
  enforce(rules, renewal, command, {});
  return [{ type: 'CreditIssued', data: { ...command, lines: credited(renewal, command.lines) } }];
}

function credited(renewal: Renewal, lines: readonly LineToCredit[]): readonly CreditedLine[] {
  return lines.flatMap((asked) => {
    if ('amount' in asked) return [asked];
    const line = lineOf(renewal, asked.subject);
    return line ? [prorated(line, asked.unusedFrom)] : [];
  });
}

function firstOf<Item>(items: readonly Item[], refusalOf: (item: Item) => Refused | undefined): Refused | undefined {
  return items.map(refusalOf).find((refusal) => refusal !== undefined);
}
