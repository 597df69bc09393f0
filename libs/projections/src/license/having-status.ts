import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { LicenseStatus } from './license-status';
import type { LicenseTables } from './license-table';

type Condition = Expression<SqlBool>;

/** As `statusOf`, said to the database. */
export function havingStatus(
  { and, or, eb }: ExpressionBuilder<LicenseTables, 'license'>,
  status: LicenseStatus,
  now: number,
): Condition {
  const terminated = eb('terminatedOn', 'is not', null);
  const begun = eb('startsAt', '<=', now);
  const over = eb('endsAt', '<=', now);
  const running = and([begun, or([eb('endsAt', 'is', null), eb('endsAt', '>', now)])]);
  const converted = eb('convertedTo', 'is not', null);
  const conditions: Record<Exclude<LicenseStatus, 'terminated' | 'converted'>, Condition[]> = {
    issued: [eb('startsAt', 'is', null)],
    upcoming: [eb('startsAt', '>', now)],
    active: [running, eb('kind', '!=', 'trial')],
    trial: [running, eb('kind', '=', 'trial')],
    renewed: [begun, over, eb('successor', 'is not', null)],
    expired: [begun, over, eb('successor', 'is', null)],
  };
  if (status === 'terminated') return terminated;
  if (status === 'converted') return converted;
  return and([eb('terminatedOn', 'is', null), eb('convertedTo', 'is', null), ...conditions[status]]);
}
