import { rfc3339 } from '@renewals/licensing';
import { type LicenseRow, type LicenseStatus, statusOf } from '@renewals/projections';

/** One line of `renewals licenses --json`. What a license has from its activation on is null before. */
export interface LicenseLine {
  readonly license: string;
  readonly externalId: string | null;
  readonly organization: string;
  readonly product: string;
  readonly kind: LicenseRow['kind'];
  readonly status: LicenseStatus;
  readonly period: string;
  readonly anchor: string | null;
  readonly n: number | null;
  readonly startsOn: string | null;
  /** The last usable day. */
  readonly expiresOn: string | null;
  /** RFC 3339, UTC: valid before this instant. */
  readonly endsAt: string | null;
  readonly zone: string | null;
  readonly quota: number;
  readonly policy: string;
}

/** As it is at `now`, milliseconds since the epoch. */
export function licenseLine(row: LicenseRow, now: number): LicenseLine {
  const { license, externalId, organization, product, kind, period, anchor, n, startsOn, expiresOn, endsAt } = row;
  const { zone, quota, policy } = row;
  return {
    license,
    externalId,
    organization,
    product,
    kind,
    status: statusOf(row, now),
    period,
    anchor,
    n,
    startsOn,
    expiresOn,
    endsAt: endsAt === null ? null : rfc3339(endsAt),
    zone,
    quota,
    policy,
  };
}
