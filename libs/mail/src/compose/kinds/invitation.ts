import type { Instant } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { Correspondence } from '../correspondence';
import { type Wording, wordingOf } from '../letter';

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

export function invitation(content: InvitationContent, words: Words): Wording {
  const { company, invitedBy, expiresAt, url } = content;
  const step = words.say('invitation.step', { until: words.instant(expiresAt) });
  return wordingOf(content, words, {
    subject: words.say('invitation.subject', { company }),
    preheader: step,
    paragraphs: [
      invitedBy === undefined
        ? words.say('invitation.opening-without-person', { company })
        : words.say('invitation.opening', { person: invitedBy, company }),
      words.say('invitation.consequence'),
    ],
    whatToDo: { sentence: step, link: { label: words.say('invitation.step-label'), url } },
    because: words.say('invitation.because', { company }),
  });
}
