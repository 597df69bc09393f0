import { type LicenseRow, type Licenses, type LicenseStatus, statusOf } from '@renewals/projections';

/** One term of a lineage: each renewal makes a license of its own. */
export interface LineageStep {
  readonly license: string;
  readonly startsOn: string | null;
  readonly expiresOn: string | null;
  readonly status: LicenseStatus;
}

const STEPS_AT_MOST = 40;

/** The license between those that it came from and those that followed it, oldest first. */
export async function lineageOf(licenses: Licenses, row: LicenseRow, now: number): Promise<LineageStep[]> {
  const before = await walk(licenses, row.predecessor, ({ predecessor }) => predecessor);
  const after = await walk(licenses, row.successor, ({ successor }) => successor);
  return [...before.reverse(), row, ...after].map((step) => ({
    license: step.license,
    startsOn: step.startsOn,
    expiresOn: step.expiresOn,
    status: statusOf(step, now),
  }));
}

async function walk(
  licenses: Licenses,
  from: string | null,
  onwards: (row: LicenseRow) => string | null,
): Promise<LicenseRow[]> {
  const steps: LicenseRow[] = [];
  for (let next = from; next !== null && steps.length < STEPS_AT_MOST;) {
    const row = await licenses.find(next);
    if (!row) break;
    steps.push(row);
    next = onwards(row);
  }
  return steps;
}
