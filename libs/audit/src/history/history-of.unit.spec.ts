import { type IsoDate, isoDate, type Subject } from '@renewals/licensing';
import {
  activated,
  contact,
  contactAdded,
  invoiced,
  license,
  licenseIssued,
  maintenanceStarted,
  orderPlaced,
  organizationRegistered,
  reminderSent,
  renewal,
  renewalRequested,
  renewed,
  trialExtended,
} from '../examples/events.spec';
import { upcasting, WrittenLog } from '../examples/written-log.spec';
import { historyOf } from './history-of';

const opened = (by: string, expiresOn: string) =>
  ({ type: 'RenewalOpened', data: { renewalId: renewal(by), expiresOn: isoDate(expiresOn) } }) as const;

describe('the history of a license', () => {
  let log: WrittenLog;
  const reminderStreamId = ({ kind, id }: Subject, expiresOn: IsoDate) =>
    `${kind === 'maintenance' ? 'maintenance of ' : ''}${id} on ${expiresOn}`;
  const history = (id: string) => historyOf({ store: log.store, upcasting, reminderStreamId }, license(id));
  const told = async (id: string) => (await history(id))?.map(({ stream, type }) => `${stream} ${type}`);

  beforeEach(async () => {
    log = new WrittenLog();
    await log.write('organization-acme', [organizationRegistered('acme', 'ann')]);
    await log.write('organization-other', [organizationRegistered('other', 'oscar')]);
    await log.write('order-order', [orderPlaced('order')]);
    await log.write('license-old', [licenseIssued('old'), activated('2025-03-10', '2026-03-10')]);
    await log.write('license-foreign', [licenseIssued('foreign'), activated('2025-03-10', '2026-03-10')]);
    await log.write('billingAgreement-old', [
      { type: 'RecurringBillingEnabled', data: { licenseId: license('old'), billingContactId: contact('ann') } },
    ]);
    await log.write('reminder-old on 2026-03-10', [reminderSent('old', '2026-03-10', 60, 'ann')]);
    await log.write('license-old', [opened('r1', '2026-03-10')]);
    await log.write('renewal-r1', [renewalRequested('r1', 'single'), invoiced('2026-03-01')]);
    await log.write('order-order', [contactAdded('ann')]);
    await log.write('license-old', [renewed('r1', 'new', '2026-03-11', '2027-03-10')]);
    const heir = licenseIssued('new', { predecessorId: license('old') });
    await log.write('license-new', [heir, activated('2026-03-11', '2027-03-10')]);
    await log.write('reminder-new on 2027-03-10', [reminderSent('new', '2027-03-10', 90, 'ann')]);
    await log.write('license-new', [opened('r2', '2027-03-10')]);
    await log.write('renewal-r2', [renewalRequested('r2', 'sales')]);
  });

  it('tells everything from the account to the successor, in the order of the log', async () => {
    expect(await told('old')).toEqual([
      'organization-acme OrganizationRegistered',
      'order-order OrderPlaced',
      'license-old LicenseIssued',
      'license-old LicenseActivated',
      'billingAgreement-old RecurringBillingEnabled',
      'reminder-old on 2026-03-10 ReminderSent',
      'license-old RenewalOpened',
      'renewal-r1 RenewalRequested',
      'renewal-r1 InvoiceGenerated',
      'order-order ContactAdded',
      'license-old LicenseRenewed',
      'license-new LicenseIssued',
      'license-new LicenseActivated',
      'license-new RenewalOpened',
    ]);
  });

  it('of a successor tells of the license before, and of the renewal that it came from', async () => {
    expect(await told('new')).toEqual([
      'organization-acme OrganizationRegistered',
      'order-order OrderPlaced',
      'license-old LicenseIssued',
      'license-old LicenseActivated',
      'license-old RenewalOpened',
      'renewal-r1 RenewalRequested',
      'renewal-r1 InvoiceGenerated',
      'order-order ContactAdded',
      'license-old LicenseRenewed',
      'license-new LicenseIssued',
      'license-new LicenseActivated',
      'reminder-new on 2027-03-10 ReminderSent',
      'license-new RenewalOpened',
      'renewal-r2 RenewalRequested',
    ]);
  });

  it('tells of the reminders of an expiry that has moved since', async () => {
    await log.write('license-trial', [licenseIssued('trial'), activated('2026-01-01', '2026-01-31')]);
    await log.write('reminder-trial on 2026-01-31', [reminderSent('trial', '2026-01-31', 7, 'ann')]);
    await log.write('license-trial', [trialExtended('2026-01-31', '2026-03-02')]);
    await log.write('reminder-trial on 2026-03-02', [reminderSent('trial', '2026-03-02', 7, 'ann')]);

    expect((await told('trial'))?.filter((entry) => entry.endsWith('ReminderSent'))).toEqual([
      'reminder-trial on 2026-01-31 ReminderSent',
      'reminder-trial on 2026-03-02 ReminderSent',
    ]);
  });

  it('keeps added quota out: it has a history of its own', async () => {
    const added = licenseIssued('added', { predecessorId: license('old'), origin: 'add-quota' });
    await log.write('license-added', [added]);

    expect(await told('added')).toEqual([
      'organization-acme OrganizationRegistered',
      'order-order OrderPlaced',
      'order-order ContactAdded',
      'license-added LicenseIssued',
    ]);
  });

  it('says of each event who, when and why, and leaves personal data sealed', async () => {
    const [registered] = (await history('old')) ?? [];
    const [stored] = await log.store.readStream('organization-acme');

    expect(registered).toEqual({
      position: stored?.position,
      stream: 'organization-acme',
      revision: 0,
      eventId: stored?.id,
      type: 'OrganizationRegistered',
      occurredAt: '2026-01-01T12:00:00.000Z',
      recordedAt: '2026-01-01T12:00:00.000Z',
      actor: { type: 'sales', id: 'sam' },
      commandId: stored?.metadata['commandId'],
      correlationId: stored?.metadata['$correlationId'],
      causationId: stored?.metadata['$causationId'],
      data: stored?.data,
    });
    expect(JSON.stringify(registered)).toContain('sealed ann');
  });

  it('is not there for a license that was never issued', async () => {
    expect(await history('phantom')).toBeUndefined();
  });

  it('tells of the maintenance of a perpetual license, its renewals and reminders', async () => {
    await log.write('license-p', [licenseIssued('p', { kind: 'perpetual' }), activated('2025-03-10')]);
    await log.write('maintenance-p', [maintenanceStarted('p', '2025-03-10', '2026-03-10'), opened('r3', '2026-03-10')]);
    await log.write('reminder-maintenance of p on 2026-03-10', [reminderSent('p', '2026-03-10', 60, 'ann')]);
    await log.write('renewal-r3', [invoiced('2026-03-01')]);
    expect((await told('p'))?.slice(-5)).toEqual([
      'license-p LicenseActivated',
      'maintenance-p MaintenanceStarted',
      'maintenance-p RenewalOpened',
      'reminder-maintenance of p on 2026-03-10 ReminderSent',
      'renewal-r3 InvoiceGenerated',
    ]);
  });
});
