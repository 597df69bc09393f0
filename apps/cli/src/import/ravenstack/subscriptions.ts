import { Fault } from './csv/fault';
import { date, dateOrNone, flag, oneOf, requiredText, wholeNumber } from './csv/fields';
import type { Row, TableFormat } from './csv/table-format';

/** Whole currency units; a year of it in cents is still an exact number. */
const amount = wholeNumber(0, 999_999_999_999);

const columns = {
  subscription_id: requiredText,
  account_id: requiredText,
  start_date: date,
  /** The last usable day of a subscription that ended early. */
  end_date: dateOrNone,
  plan_tier: requiredText,
  seats: wholeNumber(1, 999_999_999),
  mrr_amount: amount,
  arr_amount: amount,
  is_trial: flag,
  upgrade_flag: flag,
  downgrade_flag: flag,
  churn_flag: flag,
  billing_frequency: oneOf('annual', 'monthly'),
  auto_renew_flag: flag,
};

export type SubscriptionColumns = typeof columns;
export type SubscriptionRow = Row<SubscriptionColumns>;

export const subscriptions: TableFormat<SubscriptionColumns> = {
  file: 'subscriptions.csv',
  columns,
  identity: ({ subscription_id }) => subscription_id,
  check: ({ start_date, end_date }) =>
    end_date !== undefined && end_date < start_date
      ? new Fault(`${end_date} is before start_date ${start_date}: correct one of them.`).in('end_date')
      : undefined,
};
