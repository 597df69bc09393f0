import { contactAdded, orderPlaced } from '../order/examples.spec';
import { orderStream } from '../order';
import { organizationStream } from '../organization';
import { companyOfAnnAnd } from '../organization/examples.spec';
import { oldTerm, running } from '../license/examples.spec';
import { licenseStream, renewableOf } from '../license';
import { portalPolicy } from '../policy/examples.spec';
import { ann, oldLicense, on } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { ContactId } from '../shared/words';
import type { ReminderDue, ReminderSent, ReminderSuppressed, SuppressionReason } from './events';
import type { Audience } from './recipients';
import type { Situation } from './still-wanted';

export const theExpiry = { subject: oldLicense, expiresOn: oldTerm.expiresOn };

export function due(offset: number): ReminderDue {
  return { type: 'ReminderDue', data: { ...theExpiry, offset } };
}

export function suppressed(offset: number, reason: SuppressionReason, contactId?: ContactId): ReminderSuppressed {
  return { type: 'ReminderSuppressed', data: { ...theExpiry, offset, ...(contactId && { contactId }), reason } };
}

export function sent(offset: number, contactId = ann, sentAt = `2026-01-09T08:00:00.000Z`): ReminderSent {
  return {
    type: 'ReminderSent',
    data: { ...theExpiry, offset, contactId, messageId: `${offset}@desk.example`, sentAt, answer: '250 OK' },
  };
}

/** A license that runs to 2026-03-10, and nothing else going on. */
export function situation(date: string, changes: Partial<Situation> = {}, hour = 9): Situation {
  const { license = fold(licenseStream, running) } = changes;
  const renewable = renewableOf(license);
  return {
    now: on(date, hour),
    policy: portalPolicy,
    channel: 'store',
    license,
    ...(renewable && { renewable }),
    agreement: { status: 'none' },
    ...changes,
  };
}

/** Ann and Bob are contacts of the company, and of the order. */
export function audience(changes: Partial<Audience> = {}): Audience {
  return {
    policy: portalPolicy,
    order: fold(orderStream, [orderPlaced(), contactAdded('bob'), contactAdded('ann')]),
    organization: fold(organizationStream, companyOfAnnAnd('bob')),
    ...changes,
  };
}
