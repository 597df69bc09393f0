import { total } from '../shared/money';
import type { Money } from '../shared/words';
import { firstLine, type RunningRenewal } from './state';

/** What all lines of the renewal cost for one period. */
export function totalOf(renewal: RunningRenewal): Money {
  const amounts = renewal.lines.map(({ amount }) => amount);
  return total(firstLine(renewal).amount.currency, amounts);
}
