import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import type {
  CompanyContactRemoved,
  ContactId,
  ContactRemoved,
  LicenseId,
  LicenseIssued,
  LicensingEvent,
  Notice,
  OrderId,
  OrganizationId,
  RenewalId,
} from '@renewals/licensing';
import { subjectOf, typed } from '../runtime/recorded';

/** The streams whose events somebody is told of. */
export const toldCategories = [
  'license',
  'renewal',
  'organization',
  'address',
  'order',
  'reminder',
  'billingAgreement',
  'salesTask',
];

/** What somebody is to be told because of the event, if anything. */
export function whatIsToBeTold(recorded: RecordedEvent): Notice | undefined {
  const event = typed(recorded);
  const subject = subjectOf(recorded);
  switch (event.type) {
    case 'RenewalQuoted':
      return quoted(subject as RenewalId, event.data.quoteId, (recorded.metadata as EventMetadata).actor);
    case 'RenewalApproved':
      return { kind: 'approval', about: { renewalId: subject as RenewalId } };
    case 'RenewalCompleted':
    case 'ContractStarted':
      return { kind: 'confirmation', about: { renewalId: subject as RenewalId } };
    case 'ContactInvited': {
      const { invitationId, contactId } = event.data;
      return { kind: 'invitation', about: { organizationId: subject as OrganizationId, invitationId, contactId } };
    }
    case 'LicenseIssued':
      return received(event);
    case 'ContactRemoved':
      return takenOff(subject as OrderId, recorded.id, event);
    case 'CompanyContactRemoved':
      return left(subject as OrganizationId, recorded.id, event);
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
      return alerted(recorded.id, event);
    default:
      return undefined;
  }
}

type Alerted = Extract<LicensingEvent, { readonly type: 'AlertRaised' }>;

function alerted(alertId: string, { data }: Alerted): Notice {
  if ('orderId' in data) return { kind: 'alert', about: { orderId: data.orderId, reason: data.reason, alertId } };
  const { subject, expiresOn, reason } = data;
  return { kind: 'alert', about: { subject, expiresOn, reason } };
}

function quotaUsed(subject: string, { percent, available }: { percent: number; available: number }): Notice {
  return { kind: 'quota-threshold', about: { licenseId: subject as LicenseId, percent, available } };
}

/** Who asked for the quote in the portal is told too. */
function quoted(renewalId: RenewalId, quoteId: string, { type, id }: EventMetadata['actor']): Notice {
  const askedBy = type === 'customer' ? { askedBy: id as ContactId } : {};
  return { kind: 'quote', about: { renewalId, quoteId, ...askedBy } };
}

/** An order is received when its licenses are there, so that they can be activated. An imported one was long ago. */
function received({ data: { orderId, origin } }: LicenseIssued): Notice | undefined {
  return origin === 'purchase' || origin === 'trial' ? { kind: 'order-received', about: { orderId } } : undefined;
}

/** Orders that are tidied after somebody left the company take no access away: that was told with the departure. */
function takenOff(orderId: OrderId, removalId: string, { data }: ContactRemoved): Notice | undefined {
  const { role, contactId, removedBy } = data;
  if (role !== 'order' || removedBy.type === 'automation') return undefined;
  return { kind: 'access-removed', about: { orderId, contactId, removalId } };
}

function left(organizationId: OrganizationId, removalId: string, { data }: CompanyContactRemoved): Notice {
  return { kind: 'access-removed', about: { organizationId, contactId: data.contactId, removalId } };
}
