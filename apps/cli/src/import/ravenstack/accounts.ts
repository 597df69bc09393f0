import { addressableId, anyText, date, flag, oneOf, requiredText, wholeNumber } from './csv/fields';
import type { Row, TableFormat } from './csv/table-format';
import { countries } from './countries';

const columns = {
  account_id: addressableId,
  account_name: requiredText,
  industry: anyText,
  country: oneOf(...countries),
  signup_date: date,
  referral_source: anyText,
  plan_tier: anyText,
  seats: wholeNumber(1, 999_999_999),
  is_trial: flag,
  churn_flag: flag,
};

export type AccountColumns = typeof columns;
export type AccountRow = Row<AccountColumns>;

/** A customer's company account. Mail addresses know no upper case, so ids that differ in it alone would share one. */
export const accounts: TableFormat<AccountColumns> = {
  file: 'accounts.csv',
  columns,
  identity: ({ account_id }) => account_id.toLowerCase(),
};
