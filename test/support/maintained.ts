import { ActivateLicense, licenseOfLine, PlaceOrder } from '@renewals/commands';
import { type Channel, type LicenseId, type OrderLine, period } from '@renewals/licensing';
import type { VirtualTime } from '@renewals/platform';
import type { Command } from '@nestjs/cqrs';
import { contextOf, orderId, organizationId, ownerOf } from './samples';

export const lifetime: OrderLine = {
  product: 'Viewer',
  kind: 'perpetual',
  delivery: 'cloud',
  period: period('P1Y'),
  quota: 4,
  unitPrice: { amountMinor: 90000, currency: 'USD' },
  maintenance: { period: period('P1Y'), unitPrice: { amountMinor: 20000, currency: 'USD' } },
};

/** An engine, or a server over one. */
interface Living {
  readonly clock: VirtualTime;
  do<Answer>(command: Command<Answer>): Promise<Answer>;
  until(instant: string): Promise<void>;
}

interface Sale {
  readonly to?: string;
  readonly channel?: Channel;
  readonly policy?: string;
}

/** A company that is there buys a perpetual license with a year of maintenance, and activates it on the spot. */
export async function maintained(engine: Living, name = 'viewer', sold: Sale = {}): Promise<LicenseId> {
  const { to = 'acme', channel = 'store', policy = 'dynamsoft' } = sold;
  const now = new Date(engine.clock.now()).toISOString();
  const order = {
    orderId: orderId(name),
    organizationId: organizationId(to),
    channel,
    billingContactId: ownerOf(to),
    paymentMethod: 'card',
    lines: [lifetime],
  } as const;
  await engine.do(new PlaceOrder(order, policy, [ownerOf(to)], contextOf(`order ${name}`)));
  await engine.until(now);
  const license = licenseOfLine(orderId(name), 0);
  await engine.do(new ActivateLicense(license, contextOf(`activate ${name}`)));
  await engine.until(now);
  return license;
}
