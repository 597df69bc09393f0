import type { Instant } from '@renewals/licensing';
import { alert } from './kinds/alert';
import { confirmation } from './kinds/confirmation';
import { handshakeRequired } from './kinds/handshake-required';
import { invitation } from './kinds/invitation';
import { passwordLink } from './kinds/password-link';
import { quotaThreshold } from './kinds/quota-threshold';
import { reminder } from './kinds/reminder';
import { salesTask } from './kinds/sales-task';
import type { Letter } from './letter';
import type { MailContent } from './mail-content';

/** What the content says in words, at this moment. */
export function letterOf(content: MailContent, now: Instant): Letter {
  switch (content.kind) {
    case 'alert':
      return alert(content);
    case 'confirmation':
      return confirmation(content);
    case 'handshake-required':
      return handshakeRequired(content);
    case 'invitation':
      return invitation(content);
    case 'password-link':
      return passwordLink(content);
    case 'quota-threshold':
      return quotaThreshold(content);
    case 'reminder':
      return reminder(content, now);
    case 'sales-task':
      return salesTask(content);
  }
}
