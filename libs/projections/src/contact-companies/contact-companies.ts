import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { ContactCompanyTables } from './contact-company-view';

/** Reads of whose people contacts are, or were. */
export class ContactCompanies {
  private readonly database: Kysely<ContactCompanyTables>;

  constructor(database: Tables) {
    this.database = database.withTables<ContactCompanyTables>();
  }

  /** Ids of companies, at the view's time; several when the person moved. */
  async of(contactId: string): Promise<string[]> {
    const rows = await this.database
      .selectFrom('contact_company')
      .select('organizationId')
      .where('contactId', '=', contactId)
      .orderBy('organizationId')
      .execute();
    return rows.map(({ organizationId }) => organizationId);
  }
}
