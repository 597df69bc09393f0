import { domainOf } from './message-id';

/** The mails that one person leaves by one link, and nothing else with them. */
export interface MailingList {
  /** Tells the list from the vendor's others, the same for everybody who is on it: letters, digits and dashes. */
  readonly label: string;
  /** Asks before it acts, and takes the one click of a mail program. */
  readonly unsubscribeUrl: string;
}

/** So that mail programs show a button that unsubscribes (RFC 8058), and sort by list (RFC 2919). */
export function listHeaders({ label, unsubscribeUrl }: MailingList, mailFrom: string): Record<string, string> {
  return {
    'List-Id': `<${label}.reminders.${domainOf(mailFrom)}>`,
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  };
}
