import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId, Notice, OrganizationId, RenewalId } from '@renewals/licensing';
import { subjectOf, typed } from '../runtime/recorded';

/** The streams whose events somebody is told of. */
export const toldCategories = ['license', 'renewal', 'organization', 'address', 'order', 'reminder', 'salesTask'];

/** What somebody is to be told because of the event, if anything. */
export function whatIsToBeTold(recorded: RecordedEvent): Notice | undefined {
  const event = typed(recorded);
  const subject = subjectOf(recorded);
  switch (event.type) {
    case 'RenewalCompleted':
    case 'ContractStarted':
      return { kind: 'confirmation', about: { renewalId: subject as RenewalId } };
    case 'ContactInvited': {
      const { invitationId, contactId } = event.data;
      return { kind: 'invitation', about: { organizationId: subject as OrganizationId, invitationId, contactId } };
    }
    case 'PasswordLinkRequested':
      return { kind: 'password-link', about: { address: subject, requestId: recorded.id } };
    case 'QuotaThresholdCrossed':
      return quotaUsed(subject, event.data);
    case 'QuotaExhausted':
      return quotaUsed(subject, { ...event.data, percent: 100 });
    case 'HandshakeConfigurationRequired':
      return { kind: 'handshake-required', about: { licenseId: subject as LicenseId } };
    case 'SalesTaskOpened': {
      const { taskId, openedOn } = event.data;
      return { kind: 'sales-task', about: { taskId, openedOn } };
    }
    case 'AlertRaised':
      return 'orderId' in event.data
        ? { kind: 'alert', about: { orderId: event.data.orderId, reason: event.data.reason, alertId: recorded.id } }
        : { kind: 'alert', about: { subject: event.data.subject, expiresOn: event.data.expiresOn } };
    default:
      return undefined;
  }
}

function quotaUsed(subject: string, { percent, available }: { percent: number; available: number }): Notice {
  return { kind: 'quota-threshold', about: { licenseId: subject as LicenseId, percent, available } };
}
