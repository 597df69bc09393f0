import { prorate } from '../../shared/money';
import { refused, type Refused } from '../../shared/rule';
import type { IsoDate } from '../../shared/words';
import { daysBetween } from '../../term';
import type { Line } from '../state';
import type { CreditedLine } from './events';

/** What a line's contract costs from that day to its last one, by actual days. The line has its contract. */
export function prorated({ subject, amount, contract }: Line, from: IsoDate): CreditedLine {
  if (!contract) throw new RangeError(`Line ${subject.id} has no contract to count the days of`);
  const { startsOn, expiresOn } = contract;
  const days = daysBetween(from, expiresOn) + 1;
  const ofDays = daysBetween(startsOn, expiresOn) + 1;
  return { subject, amount: prorate(amount, days, ofDays), unused: { from, days, ofDays } };
}

export function refuseUnlessDayOfContract(line: Line | undefined, day: IsoDate): Refused | undefined {
  if (!line) return undefined;
  const { subject, contract } = line;
  if (!contract) {
    return refused(
      'INVALID_DATE',
      `Line ${subject.id} has no new contract whose days could be counted. Give an amount.`,
    );
  }
  return day < contract.startsOn || day > contract.expiresOn
    ? refused(
        'INVALID_DATE',
        `${day} is no day of the contract. Choose one from ${contract.startsOn} to ${contract.expiresOn}.`,
      )
    : undefined;
}
