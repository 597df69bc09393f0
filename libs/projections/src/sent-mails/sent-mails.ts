import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { SentMailRow, SentMailTables } from './sent-mail-view';

/** Reads of whose each mail was. */
export class SentMails {
  private readonly database: Kysely<SentMailTables>;

  constructor(database: Tables) {
    this.database = database.withTables<SentMailTables>();
  }

  /** `messageId`: in angle brackets. */
  named(messageId: string): Promise<SentMailRow | undefined> {
    return this.database.selectFrom('sent_mail').selectAll().where('messageId', '=', messageId).executeTakeFirst();
  }
}
