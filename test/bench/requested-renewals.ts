import {
  ActivateLicense,
  type CommandContext,
  Desk,
  licenseOfLine,
  PlaceOrder,
  ProvisionOrder,
  RegisterOrganization,
  RequestRenewal,
} from '@renewals/commands';
import {
  type ContactId,
  type LicenseId,
  type OrderId,
  type OrganizationId,
  period,
  type RenewalId,
  type Zone,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { sideBySide } from './measure';

const POLICY = 'dynamsoft';
const WIDTH = 64;

/**
 * So many renewals, each of a license of its own, requested and waiting for a purchase order. `run` sets them apart from
 * those that another run left in the same store.
 */
export async function requestedRenewals(
  app: INestApplicationContext,
  count: number,
  run: string,
): Promise<readonly RenewalId[]> {
  const customer = new Customer(app, run);
  await customer.register();
  const renewals: RenewalId[] = [];
  await sideBySide(WIDTH, count, async (index) => {
    renewals.push(await customer.requestRenewal(await customer.buy(index), index));
  });
  return renewals;
}

class Customer {
  private readonly commands: CommandBus;
  private readonly owner: ContactId;
  private readonly organizationId: OrganizationId;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly run: string,
  ) {
    this.commands = app.get(CommandBus);
    this.owner = this.idOf<ContactId>('contact');
    this.organizationId = this.idOf<OrganizationId>('organization');
  }

  async register(): Promise<void> {
    const { owner: contactId, organizationId } = this;
    const email = `owner@${this.run}.example`;
    const personal = (text: string) => ({ $personal: contactId, text });
    const registration = {
      organizationId,
      via: 'registration',
      role: 'customer',
      name: 'Bench',
      zone: 'Europe/Berlin' as Zone,
      passwordSetupRequired: true,
      owner: { contactId, email: personal(email), name: personal('Bench') },
    } as const;
    await this.commands.execute(new RegisterOrganization(registration, email, this.contextOf('register', 0)));
  }

  /** Answers with the license, active from today. */
  async buy(index: number): Promise<LicenseId> {
    const { owner, organizationId } = this;
    const orderId = this.idOf<OrderId>('order', index);
    const licenseId = licenseOfLine(orderId, 0);
    const unitPrice = { amountMinor: 10_000, currency: 'USD' };
    const line = {
      product: 'Pro',
      kind: 'annual',
      delivery: 'cloud',
      period: period('P1Y'),
      quota: 10,
      unitPrice,
    } as const;
    const sale = { channel: 'store', billingContactId: owner, paymentMethod: 'card' } as const;
    const order = { orderId, organizationId, ...sale, lines: [line] };
    await this.commands.execute(new PlaceOrder(order, POLICY, [owner], this.contextOf('order', index)));
    await this.commands.execute(new ProvisionOrder(orderId, this.contextOf('provision', index)));
    await this.commands.execute(new ActivateLicense(licenseId, this.contextOf('activate', index)));
    return licenseId;
  }

  async requestRenewal(licenseId: LicenseId, index: number): Promise<RenewalId> {
    const license = await this.app.get(Desk).license(licenseId);
    if (!('term' in license) || !license.term) throw new Error(`License ${licenseId} was not activated.`);
    const lines = [{ subject: { kind: 'license', id: licenseId } as const, currentExpiresOn: license.term.expiresOn }];
    const { renewalId } = await this.commands.execute(
      new RequestRenewal(lines, 'sales', this.contextOf('request', index)),
    );
    return renewalId;
  }

  private idOf<Id extends string>(...name: readonly (string | number)[]): Id {
    return derivedId('bench', this.run, ...name) as Id;
  }

  private contextOf(step: string, index: number): CommandContext {
    return commandContext(this.idOf(step, index));
  }
}

export function commandContext(commandId: string): CommandContext {
  return { commandId, correlationId: commandId, causationId: commandId, actor: { type: 'sales', id: 'bench' } };
}
