import {
  addDays,
  firstTermReaching,
  type IsoDate,
  period,
  type Policy,
  type Term,
  termAt,
  type Zone,
} from '@renewals/licensing';
import type { Values } from '../csv/table-format';
import type { SubscriptionColumns } from '../subscriptions';

type Subscription = Values<SubscriptionColumns>;

/** `expired` is a trial that was never bought; any other license that reached its end was renewed or terminated. */
export type StatusAsOf = 'active' | 'terminated' | 'trial' | 'expired';

const periods = { annual: period('P1Y'), monthly: period('P1M') };

/** A subscription that starts later is not imported. */
export function hasStarted({ start_date }: Subscription, asOf: IsoDate): boolean {
  return start_date <= asOf;
}

/** The last usable day of a subscription that was over by then; a later end has not happened yet. */
export function terminatedOn({ end_date }: Subscription, asOf: IsoDate): IsoDate | undefined {
  return end_date !== undefined && end_date <= asOf ? end_date : undefined;
}

/** The term that the license is in, or was in when it ended. The ones before it are not ours to tell. */
export function termAsOf(subscription: Subscription, zone: Zone, asOf: IsoDate, policy: Policy): Term {
  const { start_date, is_trial, billing_frequency } = subscription;
  if (is_trial) return termAt(start_date, policy.trial.period, 1, zone);
  return firstTermReaching(start_date, periods[billing_frequency], zone, terminatedOn(subscription, asOf) ?? asOf);
}

export function statusAsOf(subscription: Subscription, term: Term, asOf: IsoDate): StatusAsOf {
  if (terminatedOn(subscription, asOf) !== undefined) return 'terminated';
  if (subscription.is_trial) return term.expiresOn < asOf ? 'expired' : 'trial';
  return 'active';
}

/** Offsets whose day the former system has seen; days before the term do not exist. */
export function offsetsBeforeImport(term: Term, asOf: IsoDate, offsets: readonly number[]): number[] {
  return offsets.filter((offset) => {
    const dueOn = addDays(term.expiresOn, -offset);
    return dueOn >= term.startsOn && dueOn <= asOf;
  });
}
