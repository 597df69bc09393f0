import {
  AcceptQuote,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  type CommandContext,
  type Desk,
  GenerateInvoice,
  QuoteRenewal,
  RecordCommitment,
  RemoveCompanyContact,
  RequestRenewal,
} from '@renewals/commands';
import { type Actor, billingContactOf, channelPolicy, isOpen, Refusal, type RenewalId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { CommandBus, ICommand } from '@nestjs/cqrs';
import type { Action } from './script';

/** Plays what a script says, by the commands that the API sends. */
export class Cast {
  /** By path, how many steps were refused. */
  readonly refusals = new Map<string, number>();

  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
  ) {}

  async play(action: Action): Promise<void> {
    try {
      const command = await this.commandOf(action);
      if (command) await this.commands.execute(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusals.set(action.path, (this.refusals.get(action.path) ?? 0) + 1);
    }
  }

  /** None when there is nothing to act on any more. */
  private async commandOf(action: Action): Promise<ICommand | undefined> {
    const { licenseId, expiresOn, step } = action;
    const { license, order, policy, channel } = await this.desk.licenseWithOrder(licenseId);
    const { openedBy } = channelPolicy(policy, channel).renewal;
    const actor = this.actorOf(action, billingContactOf(order), openedBy.includes('portal'));
    const context = contextOf(action, actor);
    if (step.do === 'request') {
      const source = actor.type === 'customer' ? 'single' : 'sales';
      return new RequestRenewal(
        [{ subject: { kind: 'license', id: licenseId }, currentExpiresOn: expiresOn }],
        source,
        context,
      );
    }
    if (step.do === 'cancel-recurring') return new CancelRecurringBilling(licenseId, context);
    if (step.do === 'leave') {
      return new RemoveCompanyContact(order.placement.organizationId, billingContactOf(order), context);
    }
    const renewalId = 'claim' in license ? license.claim?.renewalId : undefined;
    return renewalId && this.onRenewal(action, renewalId, context);
  }

  private async onRenewal({ step, licenseId }: Action, renewalId: RenewalId, context: CommandContext) {
    switch (step.do) {
      case 'quote':
        return new QuoteRenewal(renewalId, true, context);
      case 'accept-quote': {
        const renewal = await this.desk.renewal(renewalId);
        const quoteId = isOpen(renewal) ? renewal.quote?.quoteId : undefined;
        return quoteId === undefined ? undefined : new AcceptQuote(renewalId, quoteId, context);
      }
      case 'approve':
        return new ApproveRenewal(renewalId, context);
      case 'commit':
        return new RecordCommitment(renewalId, 'purchase-order', `PO-${licenseId.slice(0, 8)}`, context);
      case 'invoice':
        return new GenerateInvoice(renewalId, undefined, context);
      case 'authorize-late':
        return new AuthorizeLateRenewal(renewalId, 'from-now', context);
      default:
        return undefined;
    }
  }

  /** Where the policy leaves renewals to sales, customers ask sales. */
  private actorOf({ step }: Action, contactId: string, inPortal: boolean): Actor {
    if (step.by !== 'customer') return { type: step.by, id: `simulated ${step.by}` };
    const renews = step.do === 'request' || step.do === 'approve' || step.do === 'accept-quote';
    return renews && !inPortal ? { type: 'sales', id: 'simulated sales' } : { type: 'customer', id: contactId };
  }
}

function contextOf({ licenseId, expiresOn, index, path }: Action, actor: Actor): CommandContext {
  const commandId = derivedId('simulation', licenseId, expiresOn, path, index);
  return { commandId, correlationId: derivedId('simulation', licenseId, expiresOn), causationId: commandId, actor };
}
