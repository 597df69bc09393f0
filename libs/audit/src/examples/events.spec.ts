import {
  type Actor,
  type ContactAdded,
  type ContactId,
  type ContactRole,
  isoDate,
  type InvitationAccepted,
  type InvoiceId,
  type InvoiceGenerated,
  type LicenseActivated,
  type LicenseId,
  type LicenseIssued,
  type LicenseRenewed,
  type MaintenanceRenewed,
  type MaintenanceStarted,
  type OrderId,
  type OrderPlaced,
  type OrganizationId,
  type OrganizationRegistered,
  period,
  type RenewalId,
  type RenewalRequested,
  type RenewalSource,
  type Subject,
  zone,
} from '@renewals/licensing';

/** Events with the fields that the audit reads; not a spec itself. */
const berlin = zone('Europe/Berlin');
const sales: Actor = { type: 'sales', id: 'sam' };

export const contact = (name: string) => name as ContactId;
export const license = (name: string) => name as LicenseId;
export const renewal = (name: string) => name as RenewalId;
export const subject = (name: string): Subject => ({ kind: 'license', id: license(name) });

export function organizationRegistered(id: string, owner: string): OrganizationRegistered {
  const contactId = contact(owner);
  const sealed = { $personal: contactId, sealed: `sealed ${owner}`, event: `event of ${id}` };
  return {
    type: 'OrganizationRegistered',
    data: {
      organizationId: id as OrganizationId,
      via: 'registration',
      role: 'customer',
      name: id,
      zone: berlin,
      passwordSetupRequired: false,
      owner: { contactId, email: sealed, name: sealed },
    },
  };
}

export function invitationAccepted(name: string): InvitationAccepted {
  return { type: 'InvitationAccepted', data: { invitationId: `invitation of ${name}`, contactId: contact(name) } };
}

export function orderPlaced(id: string, data: Partial<OrderPlaced['data']> = {}): OrderPlaced {
  return {
    type: 'OrderPlaced',
    data: {
      orderId: id as OrderId,
      organizationId: 'acme' as OrganizationId,
      policy: 'portal',
      policyHash: 'hash',
      channel: 'store',
      billingContactId: contact('ann'),
      paymentMethod: 'card',
      lines: [],
      ...data,
    },
  };
}

export function contactAdded(name: string, role: ContactRole = 'order'): ContactAdded {
  return { type: 'ContactAdded', data: { contactId: contact(name), role, addedBy: sales } };
}

export function licenseIssued(id: string, data: Partial<LicenseIssued['data']> = {}): LicenseIssued {
  return {
    type: 'LicenseIssued',
    data: {
      licenseId: license(id),
      orderId: 'order' as OrderId,
      organizationId: 'acme' as OrganizationId,
      policy: 'portal',
      policyHash: 'hash',
      channel: 'store',
      product: 'Reader',
      kind: 'annual',
      delivery: 'cloud',
      hosting: 'vendor',
      period: period('P1Y'),
      quota: 5,
      unitPrice: { amountMinor: 1200, currency: 'EUR' },
      origin: data.predecessorId ? 'renewal' : 'purchase',
      ...data,
    },
  };
}

export function activated(startsOn: string, expiresOn?: string, inZone = berlin): LicenseActivated {
  return {
    type: 'LicenseActivated',
    data: {
      mode: 'manual',
      kind: expiresOn ? 'annual' : 'perpetual',
      policy: 'portal',
      policyHash: 'hash',
      channel: 'store',
      hosting: 'vendor',
      period: period('P1Y'),
      n: 1,
      anchor: isoDate(startsOn),
      startsOn: isoDate(startsOn),
      ...(expiresOn && { expiresOn: isoDate(expiresOn) }),
      zone: inZone,
    },
  };
}

export function renewed(by: string, successor: string, startsOn: string, newExpiresOn: string): LicenseRenewed {
  return {
    type: 'LicenseRenewed',
    data: {
      renewalId: renewal(by),
      successorId: license(successor),
      startsOn: isoDate(startsOn),
      newExpiresOn: isoDate(newExpiresOn),
      zone: berlin,
    },
  };
}

export function renewalRequested(id: string, source: RenewalSource): RenewalRequested {
  return {
    type: 'RenewalRequested',
    data: {
      renewalId: renewal(id),
      source,
      requestedBy: sales,
      lines: [],
      refused: [],
      policy: 'portal',
      late: false,
      commitmentRequired: false,
      startsUpon: 'invoice',
      graceDays: 0,
      quoteValidDays: 30,
    },
  };
}

const soldUnder = { policy: 'portal', policyHash: 'hash', channel: 'store' } as const;

export function maintenanceStarted(id: string, startsOn: string, expiresOn: string): MaintenanceStarted {
  return {
    type: 'MaintenanceStarted',
    data: {
      licenseId: license(id),
      orderId: 'order' as OrderId,
      ...soldUnder,
      unitPrice: { amountMinor: 300, currency: 'EUR' },
      period: period('P1Y'),
      anchor: isoDate(startsOn),
      n: 1,
      startsOn: isoDate(startsOn),
      expiresOn: isoDate(expiresOn),
      zone: berlin,
    },
  };
}

export function maintenanceRenewed(by: string, startsOn: string, newExpiresOn: string): MaintenanceRenewed {
  const days = { anchor: isoDate(startsOn), n: 1, startsOn: isoDate(startsOn), newExpiresOn: isoDate(newExpiresOn) };
  return { type: 'MaintenanceRenewed', data: { renewalId: renewal(by), ...days, zone: berlin, ...soldUnder } };
}

export function invoiced(issuedOn: string): InvoiceGenerated {
  const total = { amountMinor: 6000, currency: 'EUR' };
  return {
    type: 'InvoiceGenerated',
    data: { invoiceId: 'invoice' as InvoiceId, total, issuedOn: isoDate(issuedOn) },
  };
}

export function terminated(on: string) {
  return { type: 'LicenseTerminated', data: { on: isoDate(on), by: sales, reason: 'asked for' } } as const;
}

export function trialExtended(previousExpiresOn: string, newExpiresOn: string) {
  const dates = { previousExpiresOn: isoDate(previousExpiresOn), newExpiresOn: isoDate(newExpiresOn) };
  const soldUnder = { policy: 'portal', policyHash: 'hash', channel: 'store' } as const;
  return {
    type: 'TrialExtended',
    data: { extensionNo: 1, days: 30, ...dates, zone: berlin, requestedBy: sales, ...soldUnder },
  } as const;
}

export function reminderSent(of: string, expiresOn: string, offset: number, to: string) {
  const expiry = { subject: subject(of), expiresOn: isoDate(expiresOn), offset };
  return {
    type: 'ReminderSent',
    data: {
      ...expiry,
      contactId: contact(to),
      messageId: `mail to ${to}`,
      sentAt: '2026-01-09T08:00:00.000Z',
      answer: '250 OK',
    },
  } as const;
}
