import {
  AcceptQuote,
  ActivateLicense,
  AddQuota,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  type CommandContext,
  type Desk,
  EnableRecurringBilling,
  GenerateInvoice,
  PlaceOrder,
  type Policies,
  QuoteRenewal,
  RecordCommitment,
  ReportUsage,
  RequestRenewal,
  RequestTrial,
} from '@renewals/commands';
import { type Actor, channelPolicy, type LicenseId, type Period, Refusal, type RenewalId } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import type { CommandBus, ICommand } from '@nestjs/cqrs';
import { contextOf } from './accounts';
import { contactOf, type Sold } from './sold';
import type { Step } from './stories';

/** Plays the people of the sample, by the same commands as everybody. */
export class Agenda {
  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Trials are requested; sales enters what comes as a purchase order. */
  async sell(sold: Sold): Promise<void> {
    const { policy, organizationId, orderId, customer, kind, delivery, product, quota, channel, hosting, index } = sold;
    const buyer = buyerOf(sold);
    if (kind === 'trial') {
      const trial = { organizationId, contactId: buyer, policy, product, delivery };
      await this.commands.execute(new RequestTrial(trial, contextOf({ type: 'customer', id: buyer }, 'try', index)));
      return;
    }
    const unitPrice = { amountMinor: sold.unitPrice, currency: 'USD' };
    const order = {
      orderId,
      organizationId,
      channel,
      billingContactId: buyer,
      paymentMethod: 'card' as const,
      lines: [{ product, kind, delivery, hosting, period: A_YEAR, quota, unitPrice, ...maintenanceOf(sold) }],
    };
    const contacts = customer.people.map((person) => contactOf(customer, person));
    const by: Actor =
      channel === 'purchase-order' ? { type: 'sales', id: staffNames.sales } : { type: 'customer', id: buyer };
    await this.commands.execute(new PlaceOrder(order, policy, contacts, contextOf(by, 'sell', index)));
  }

  /** Once its license was provisioned. */
  async activate(sold: Sold): Promise<void> {
    const { licenseId, policy, channel, kind, index } = sold;
    const buyer = buyerOf(sold);
    const context = (step: string) => contextOf({ type: 'customer', id: buyer }, 'use', index, step);
    await this.commands.execute(new ActivateLicense(licenseId, context('activate')));
    if (channelPolicy(this.policies.get(policy), channel).recurringBilling !== 'none' && kind === 'annual') {
      await this.commands.execute(new EnableRecurringBilling(licenseId, context('billing')));
    }
  }

  /** What the engine refuses did not happen: people try things too. */
  async act(sold: Sold, step: Step, index: number): Promise<void> {
    const actor = actorOf(sold, step);
    const context = contextOf(actor, 'step', sold.index, index);
    try {
      const command = await this.commandFor(sold, step, context);
      if (command) await this.commands.execute(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private async commandFor({ licenseId, index }: Sold, { does, units = 1 }: Step, context: CommandContext) {
    const license = await this.desk.license(licenseId);
    if (does === 'cancel-recurring') return new CancelRecurringBilling(licenseId, context);
    if (does === 'add-quota') return new AddQuota(licenseId, units, context);
    if (does === 'report-usage') {
      const report = { reportId: context.commandId, quantity: units, usedAt: this.clock.now() };
      return new ReportUsage(licenseId, [report], context);
    }
    if (!('term' in license) || !license.term) return undefined;
    if (does === 'request') return this.request(licenseId, license.term.expiresOn, context);
    const renewalId = 'claim' in license ? license.claim?.renewalId : undefined;
    return renewalId && this.onRenewal(renewalId, does, index, context);
  }

  private request(
    licenseId: LicenseId,
    currentExpiresOn: RequestRenewal['lines'][number]['currentExpiresOn'],
    context: CommandContext,
  ) {
    const source = context.actor.type === 'customer' ? 'single' : 'sales';
    return new RequestRenewal([{ subject: { kind: 'license', id: licenseId }, currentExpiresOn }], source, context);
  }

  private async onRenewal(
    renewalId: RenewalId,
    does: Step['does'],
    index: number,
    context: CommandContext,
  ): Promise<ICommand | undefined> {
    switch (does) {
      case 'quote':
        return new QuoteRenewal(renewalId, false, context);
      case 'accept-quote': {
        const renewal = await this.desk.renewal(renewalId);
        return 'quote' in renewal && renewal.quote
          ? new AcceptQuote(renewalId, renewal.quote.quoteId, context)
          : undefined;
      }
      case 'approve':
        return new ApproveRenewal(renewalId, context);
      case 'commit':
        return new RecordCommitment(renewalId, 'purchase-order', `PO-${7100 + index}`, context);
      case 'invoice':
        return new GenerateInvoice(renewalId, undefined, context);
      case 'authorize-late':
        return new AuthorizeLateRenewal(renewalId, 'from-now', context);
      default:
        return undefined;
    }
  }
}

const A_YEAR = 'P1Y' as Period;

function maintenanceOf({ maintenancePrice }: Sold) {
  if (maintenancePrice === undefined) return {};
  return { maintenance: { period: A_YEAR, unitPrice: { amountMinor: maintenancePrice, currency: 'USD' } } };
}

function buyerOf({ customer }: Sold) {
  const [owner = ''] = customer.people;
  return contactOf(customer, owner);
}

function actorOf(sold: Sold, { by }: Step): Actor {
  return by === 'customer' ? { type: by, id: buyerOf(sold) } : { type: by, id: staffNames[by] };
}

const staffNames = { sales: 'Maria', support: 'Ken' } as const;
