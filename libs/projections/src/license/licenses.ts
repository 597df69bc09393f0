import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { LicenseRow, LicenseTables } from './license-table';

/** Reads of the license view. */
export class Licenses {
  private readonly database: Kysely<LicenseTables>;

  constructor(database: Tables) {
    this.database = database.withTables<LicenseTables>();
  }

  find(license: string): Promise<LicenseRow | undefined> {
    return this.database.selectFrom('license').selectAll().where('license', '=', license).executeTakeFirst();
  }

  /** All licenses, sorted by external id (those without one first), one in memory at a time. */
  all({ dueBefore }: { dueBefore?: string | undefined } = {}): AsyncIterable<LicenseRow> {
    const sorted = this.database.selectFrom('license').selectAll().orderBy('externalId').orderBy('license');
    return (dueBefore === undefined ? sorted : sorted.where('expiresOn', '<', dueBefore)).stream();
  }
}
