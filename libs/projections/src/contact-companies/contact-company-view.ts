import type { OrganizationEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';

/** One person whom one company ever knew. */
export type ContactCompanyRow = {
  /** `<contactId>|<organizationId>` */
  key: string;
  contactId: string;
  organizationId: string;
};

export type ContactCompanyTables = { contact_company: ContactCompanyRow };

const table: TableDefinition = {
  name: 'contact_company',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('contactId', 'text', (column) => column.notNull())
      .addColumn('organizationId', 'text', (column) => column.notNull())
      .execute();
    await database.schema.createIndex(`${name}_contact`).ifNotExists().on(name).column('contactId').execute();
  },
};

/** Whose people contacts are, or were. It finds the companies of a person; what holds there is asked of the streams. */
export const contactCompanyView: RowView<ContactCompanyRow> = {
  name: 'contact-companies',
  table,
  categories: ['organization'],
  columns: ['key', 'contactId', 'organizationId'],
  key: 'key',
  keysOf: (recorded) => {
    const event = recorded as unknown as OrganizationEvent;
    switch (event.type) {
      case 'OrganizationRegistered':
        return [`${event.data.owner.contactId}|${idOf(recorded)}`];
      case 'ContactInvited':
        return [`${event.data.contactId}|${idOf(recorded)}`];
      default:
        return [];
    }
  },
  evolve: (row, _event, key) => {
    if (row) return row;
    const [contactId = '', organizationId = ''] = key.split('|');
    return { key, contactId, organizationId };
  },
};

export const contactCompanyProjection = rowProjection(contactCompanyView);
