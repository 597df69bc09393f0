import { ActivateLicense, licenseOfLine, PlaceOrder } from '@renewals/commands';
import { type Channel, type LicenseId, type OrderLine, period } from '@renewals/licensing';
import type { EngineInTime } from './engine-in-time';
import { contextOf, orderId, organizationId, ownerOf } from './samples';

export interface Sale {
  /** Whose it is. Default `acme`, a company that is there. */
  readonly to?: string;
  readonly channel?: Channel;
  /** Default `dynamsoft`. */
  readonly policy?: string;
  /** What differs from five units of a cloud license for a year. */
  readonly line?: Partial<OrderLine>;
}

export function orderLine(line: Partial<OrderLine> = {}): OrderLine {
  return {
    product: 'Reader',
    kind: 'annual',
    delivery: 'cloud',
    period: period('P1Y'),
    quota: 5,
    unitPrice: { amountMinor: 1200, currency: 'USD' },
    ...line,
  };
}

/** Sales places an order of one line, whose license is provisioned by itself. */
export async function bought(engine: EngineInTime, name: string, sale: Sale = {}): Promise<LicenseId> {
  const { to = 'acme', channel = 'store', policy = 'dynamsoft', line } = sale;
  const order = {
    orderId: orderId(name),
    organizationId: organizationId(to),
    channel,
    billingContactId: ownerOf(to),
    paymentMethod: 'card',
    lines: [orderLine(line)],
  } as const;
  await engine.do(new PlaceOrder(order, policy, [ownerOf(to)], contextOf(`order ${name}`)));
  await engine.worker.settle();
  return licenseOfLine(order.orderId, 0);
}

/** As `bought`, and in use from today. */
export async function inUse(engine: EngineInTime, name: string, sale: Sale = {}): Promise<LicenseId> {
  const license = await bought(engine, name, sale);
  await engine.do(new ActivateLicense(license, contextOf(`activate ${name}`)));
  await engine.worker.settle();
  return license;
}
