import type { Instant } from '@renewals/licensing';
import { type Words, wordsIn } from '@renewals/words';
import { accessRemoved } from './kinds/access-removed';
import { alert } from './kinds/alert';
import { approval } from './kinds/approval';
import { confirmation } from './kinds/confirmation';
import { digest } from './kinds/digest';
import { handshakeRequired } from './kinds/handshake-required';
import { invitation } from './kinds/invitation';
import { orderReceived } from './kinds/order-received';
import { passwordLink } from './kinds/password-link';
import { quotaThreshold } from './kinds/quota-threshold';
import { quote } from './kinds/quote';
import { reminder } from './kinds/reminder';
import { salesTask } from './kinds/sales-task';
import { trialEnds } from './kinds/trial-ends';
import type { Letter } from './letter';
import type { MailContent } from './mail-content';
import { type AnyWording, written } from './templates';

/** What the content says in the words of its reader, at this moment. */
export function letterOf(content: MailContent, now: Instant, words = wordsIn(content.locale)): Letter {
  return written(wordingOf(content, words, now));
}

function wordingOf(content: MailContent, words: Words, now: Instant): AnyWording {
  switch (content.kind) {
    case 'access-removed':
      return accessRemoved(content, words);
    case 'alert':
      return alert(content, words);
    case 'approval':
      return approval(content, words);
    case 'confirmation':
      return confirmation(content, words);
    case 'digest':
      return digest(content, words, now);
    case 'handshake-required':
      return handshakeRequired(content, words);
    case 'invitation':
      return invitation(content, words);
    case 'order-received':
      return orderReceived(content, words);
    case 'password-link':
      return passwordLink(content, words);
    case 'quota-threshold':
      return quotaThreshold(content, words);
    case 'quote':
      return quote(content, words);
    case 'reminder':
      return reminder(content, words, now);
    case 'sales-task':
      return salesTask(content, words);
    case 'trial-ends':
      return trialEnds(content, words, now);
  }
}
