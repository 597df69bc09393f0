import type { ContactId } from '@renewals/licensing';
import type { MailingList } from './mailing-list';

/** What a mail of any kind knows. Texts as they are, unescaped. */
export interface Correspondence {
  readonly to: { readonly email: string; readonly name?: string };
  /** BCP 47: what the reader reads. */
  readonly locale: string;
  /** Whom it names besides the one it is to. */
  readonly alsoNames?: readonly ContactId[];
  readonly vendor: {
    readonly name: string;
    /** Sender, an address. */
    readonly mailFrom: string;
    readonly supportEmail: string;
    readonly salesEmail: string;
    /** Where servers send back what they cannot deliver; `mailFrom`, if left out. */
    readonly bouncesTo?: string;
  };
  /** That it goes to; none of a mail that its reader cannot do without. */
  readonly list?: MailingList;
  readonly attachments?: readonly Attachment[];
  /** Mails of one thread are shown together. Any text, the same for all of them; reminders have theirs by themselves. */
  readonly thread?: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** Of a calendar (RFC 5546). */
  readonly method?: 'PUBLISH';
}
