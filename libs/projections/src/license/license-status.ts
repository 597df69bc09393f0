import type { LicenseRow } from './license-table';

/**
 * How a license stands at an instant. `upcoming`: its term lies ahead; `renewed`: its successor took over; `converted`: a
 * trial that was bought.
 */
export type LicenseStatus =
  'issued' | 'upcoming' | 'active' | 'trial' | 'renewed' | 'expired' | 'converted' | 'terminated';

export const licenseStatuses: readonly LicenseStatus[] = [
  'issued',
  'upcoming',
  'active',
  'trial',
  'renewed',
  'expired',
  'converted',
  'terminated',
];

/** Validity follows the clock: nothing has to happen at midnight for a status to change. */
export function statusOf(row: LicenseRow, now: number): LicenseStatus {
  if (row.terminatedOn !== null) return 'terminated';
  if (row.convertedTo !== null) return 'converted';
  if (row.startsAt === null) return 'issued';
  if (now < row.startsAt) return 'upcoming';
  if (row.endsAt !== null && now >= row.endsAt) return row.successor === null ? 'expired' : 'renewed';
  return row.kind === 'trial' ? 'trial' : 'active';
}
