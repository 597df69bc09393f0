import type { Instant } from '@renewals/licensing';
import { type Correspondence, type Letter, letterTemplate, type Wording, wordingOf } from '../letter';
import { longInstant, oneLine } from '../writing';

/** Somebody is to become a contact of a company (F, E). */
export interface InvitationContent extends Correspondence {
  readonly kind: 'invitation';
  readonly company: string;
  /** Who invited, by name; none once that person was erased. */
  readonly invitedBy?: string;
  readonly expiresAt: Instant;
  /** Accepts it. */
  readonly url: string;
}

interface InvitationWording extends Wording {
  readonly opening: string;
}

export function invitation(content: InvitationContent): Letter {
  const { company, invitedBy = 'A contact of the company', expiresAt, url } = content;
  const until = longInstant(expiresAt);
  return write({
    ...wordingOf(content, {
      subject: `You are invited to the account of ${company}`,
      facts: [],
      whatToDo: {
        sentence: `Accept it until ${until}. After that, ask for a new one.`,
        link: { label: 'Accept the invitation', url },
      },
      because: `You get this mail because somebody of ${company} invited this address.`,
    }),
    opening: `${oneLine(invitedBy)} invites you to be a contact of ${oneLine(company)} in the customer portal.`,
  });
}

const write = letterTemplate<InvitationWording>({
  text: `{{opening}}
Once you have accepted, contacts of an order can add you to it. Then you see its licenses and get its mails.`,
  html: `<p><strong>{{opening}}</strong><br>
Once you have accepted, contacts of an order can add you to it. Then you see its licenses and get its mails.</p>`,
});
