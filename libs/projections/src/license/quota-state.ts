import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { LicenseRow, LicenseTables } from './license-table';

/** `low`: a threshold was crossed, and something is left; `exhausted`: nothing is. */
export type QuotaState = 'ample' | 'low' | 'exhausted';

export const quotaStates: readonly QuotaState[] = ['ample', 'low', 'exhausted'];

export function quotaStateOf({ quota, addedQuota, used, thresholdCrossed }: LicenseRow): QuotaState {
  if (used >= quota + addedQuota) return 'exhausted';
  return thresholdCrossed === null ? 'ample' : 'low';
}

/** As `quotaStateOf`, said to the database. */
export function havingQuota(eb: ExpressionBuilder<LicenseTables, 'license'>, state: QuotaState): Expression<SqlBool> {
  const available = eb('quota', '+', eb.ref('addedQuota'));
  if (state === 'exhausted') return eb('used', '>=', available);
  return eb.and([eb('used', '<', available), eb('thresholdCrossed', state === 'low' ? 'is not' : 'is', null)]);
}
