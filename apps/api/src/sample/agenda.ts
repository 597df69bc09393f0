import {
  AcceptQuote,
  ActivateLicense,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  type CommandContext,
  type Desk,
  EnableRecurringBilling,
  GenerateInvoice,
  IssueLicense,
  PlaceOrder,
  type Policies,
  QuoteRenewal,
  RecordCommitment,
  RequestRenewal,
} from '@renewals/commands';
import { type Actor, type LicenseId, type Period, Refusal, type RenewalId } from '@renewals/licensing';
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
  ) {}

  async sell(sold: Sold): Promise<void> {
    const { policy, organizationId, orderId, licenseId, customer, kind, delivery, product, quota, channel } = sold;
    const [owner = ''] = customer.people;
    const buyer = contactOf(customer, owner);
    const context = (step: string) => contextOf({ type: 'customer', id: buyer }, 'sell', sold.index, step);
    const unitPrice = { amountMinor: sold.unitPrice, currency: 'USD' };
    const period = (kind === 'trial' ? this.policies.get(policy).trial.period : 'P1Y') as Period;
    const line = { product, kind, delivery, period, quota, unitPrice };
    const policyHash = this.policies.hashOf(policy);
    const contacts = customer.people.map((person) => contactOf(customer, person));
    const order = {
      orderId,
      organizationId,
      channel,
      billingContactId: buyer,
      paymentMethod: 'card' as const,
      lines: [line],
    };
    await this.commands.execute(new PlaceOrder(order, policy, contacts, context('order')));
    await this.commands.execute(
      new IssueLicense(
        {
          ...line,
          licenseId,
          orderId,
          organizationId,
          policy,
          policyHash,
          hosting: 'vendor',
          origin: kind === 'trial' ? 'trial' : 'purchase',
        },
        context('issue'),
      ),
    );
    await this.commands.execute(new ActivateLicense(licenseId, context('activate')));
    if (this.policies.get(policy).recurringBilling !== 'none' && kind === 'annual') {
      await this.commands.execute(new EnableRecurringBilling(licenseId, buyer, context('billing')));
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

  private async commandFor({ licenseId, index }: Sold, { does }: Step, context: CommandContext) {
    const license = await this.desk.license(licenseId);
    if (does === 'cancel-recurring') return new CancelRecurringBilling(licenseId, context);
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
    return new RequestRenewal([{ licenseId, currentExpiresOn }], source, context);
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

function actorOf({ customer }: Sold, { by }: Step): Actor {
  const [owner = ''] = customer.people;
  return by === 'customer' ? { type: by, id: contactOf(customer, owner) } : { type: by, id: staffNames[by] };
}

const staffNames = { sales: 'Maria', support: 'Ken' } as const;
