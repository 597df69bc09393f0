import {
  ApproveRenewal,
  ImportOrganization,
  OverrideLicenseOffsets,
  OverrideOrganizationOffsets,
  RequestRenewal,
  UnsubscribeReminders,
} from '@renewals/commands';
import { isoDate, period } from '@renewals/licensing';
import type { EngineInTime } from '../../../../test/support/engine-in-time';
import { inUse } from '../../../../test/support/bought';
import {
  contextOf,
  licenseId,
  licenseSubject,
  orderId,
  organization,
  organizationId,
  ownerOf,
  type Sold,
} from '../../../../test/support/samples';
import { bobIsAddedTo, bobJoins } from '../people.spec';

/**
 * Customers of one vendor in several zones, on 2025-12-01, with everything that reminders depend on: more than one
 * contact, unsubscribed ones, other offsets, resellers, maintenance, renewals under way. Not a spec itself.
 */
export async function customers(engine: EngineInTime, policy: 'dynamsoft' | 'lansweeper'): Promise<void> {
  const byItself = { recurringBilling: 'enabled' } as const;
  const channel = policy === 'lansweeper' ? ('payment-provider' as const) : ('store' as const);
  const billed = (sold: Sold): Sold => ({ ...sold, more: { channel, ...byItself, ...sold.more } });
  await engine.imported(
    'acme',
    {
      reader: billed({}),
      twin: billed({}),
      writer: billed({ anchor: '2025-02-15' }),
      quiet: billed({ anchor: '2025-02-20' }),
      asked: billed({ anchor: '2025-02-10' }),
      agreed: billed({ anchor: '2025-02-12' }),
      monthly: billed({ anchor: '2025-11-20', period: 'P1M' }),
      cancelled: { anchor: '2025-03-01', more: { channel } },
      trial: { anchor: '2025-11-20', period: 'P30D', more: { kind: 'trial' } },
    },
    policy,
  );
  await engine.do(new ImportOrganization({ ...organization('trader'), role: 'reseller' }));
  const sold = { channel: 'reseller', resellerId: organizationId('trader'), ...byItself } as const;
  await engine.imported(
    'havana',
    {
      first: billed({ to: 'havana', anchor: '2025-03-08', zone: 'America/Havana' }),
      second: billed({ to: 'havana', anchor: '2025-03-08', zone: 'Pacific/Apia' }),
      traded: { to: 'havana', anchor: '2025-02-28', zone: 'America/Los_Angeles', more: sold },
      tradedToo: { to: 'havana', anchor: '2025-02-28', zone: 'America/Los_Angeles', more: sold },
    },
    policy,
  );
  await engine.imported('patient', { slow: billed({ to: 'patient', anchor: '2025-04-10' }) }, policy);
  await engine.worker.settle();
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader', 'writer', 'quiet');
  await engine.do(new UnsubscribeReminders(orderId('quiet'), ownerOf('acme'), 'link', contextOf('unsubscribe')));
  const often = { offsets: [75, 20, 3], reason: 'agreed so' };
  await engine.do(new OverrideLicenseOffsets(licenseId('writer'), often, contextOf('writer often')));
  const early = { offsets: [120, 45], reason: 'agreed so' };
  await engine.do(new OverrideOrganizationOffsets(organizationId('patient'), early, contextOf('patient early')));
  for (const [name, expiresOn] of [
    ['asked', '2026-02-10'],
    ['agreed', '2026-02-12'],
  ] as const) {
    const line = { subject: licenseSubject(name), currentExpiresOn: isoDate(expiresOn) };
    const { renewalId } = await engine.do(new RequestRenewal([line], 'sales', contextOf(`request ${name}`)));
    if (name === 'agreed') await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
  }
  const maintenance = { period: period('P3M'), unitPrice: { amountMinor: 20000, currency: 'USD' } };
  await inUse(engine, 'viewer', { channel, policy, line: { kind: 'perpetual', maintenance } });
}
