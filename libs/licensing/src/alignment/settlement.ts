import { money, total } from '../shared/money';
import type { Money } from '../shared/words';
import { isSame } from '../renewal';
import type { AlignmentLine } from './events';
import type { Alignment } from './state';

/** What is charged for all lines, and what is given back: forfeited days are neither. Zero while nobody has chosen. */
export interface AlignmentTotals {
  readonly charged: Money;
  readonly credited: Money;
}

export function totalsOf(alignment: Exclude<Alignment, { status: 'none' }>): AlignmentTotals {
  const { lines } = alignment.proposal;
  const currency = lines[0]?.amount.currency ?? 'XXX';
  const sum = (some: readonly AlignmentLine[]) =>
    total(
      currency,
      some.map(({ amount }) => amount),
    );
  const credits = lines.filter((line) => shorteningOf(alignment, line) === 'credit');
  return {
    charged: sum(lines.filter(({ shortens }) => !shortens)),
    credited: money(-sum(credits).amountMinor, currency),
  };
}

/** What was chosen for a line that is shortened, if that was done. */
export function shorteningOf(
  alignment: Exclude<Alignment, { status: 'none' }>,
  { subject, shortening }: AlignmentLine,
): AlignmentLine['shortening'] {
  const choices = 'approval' in alignment ? alignment.approval.choices : [];
  return choices.find((choice) => isSame(choice.subject, subject))?.shortening ?? shortening;
}
