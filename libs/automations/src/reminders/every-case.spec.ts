import {
  ActivateLicense,
  AddOrderContact,
  ApproveRenewal,
  CancelRecurringBilling,
  ChangeBillingContact,
  EnableRecurringBilling,
  GenerateInvoice,
  ImportOrganization,
  licenseOfLine,
  PlaceOrder,
  QuoteRenewal,
  RecordCommitment,
  RequestRenewal,
  ResumeRecurringBilling,
  TerminateLicense,
  WithdrawRenewal,
} from '@renewals/commands';
import { type Actor, type Channel, type ContactId, isoDate, Refusal, type RenewalId } from '@renewals/licensing';
import type { Command } from '@nestjs/cqrs';
import { orderLine } from '../../../../test/support/bought';
import type { EngineInTime } from '../../../../test/support/engine-in-time';
import { lifetime } from '../../../../test/support/maintained';
import { bySales, contextOf, orderId, organization, organizationId, ownerOf } from '../../../../test/support/samples';
import { bob, joins } from '../people.spec';

type Kind = 'license' | 'maintenance';
type Stage = 'untouched' | 'requested' | 'quoted' | 'approved' | 'invoiced' | 'withdrawn' | 'terminated';
type Billing = 'never' | 'on' | 'cancelled' | 'resumed';

/** One thing that was sold, and what became of it. */
export interface Case {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly billing: Billing;
}

const kinds: readonly Kind[] = ['license', 'maintenance'];
const stages: readonly Stage[] = [
  'untouched',
  'requested',
  'quoted',
  'approved',
  'invoiced',
  'withdrawn',
  'terminated',
];
const billings: readonly Billing[] = ['on', 'cancelled', 'resumed'];

export const cases: readonly Case[] = [
  ...kinds.flatMap((kind) => stages.map((stage): Case => ({ kind, stage, billing: 'never' }))),
  ...kinds.flatMap((kind) => billings.map((billing): Case => ({ kind, stage: 'untouched', billing }))),
];

export const nameOf = ({ kind, stage, billing }: Case) => `${kind} ${stage}, billing ${billing}`;

const carol = 'c0000000-0000-4000-8000-000000000000' as ContactId;

export const people = {
  'the order contact': ownerOf('acme'),
  'a billing contact only': bob,
  'a technical contact only': carol,
  'the reseller': ownerOf('partner'),
  'a stranger': ownerOf('globex'),
};

const customer = (id: ContactId): Actor => ({ type: 'customer', id });
const licenseOf = (each: Case) => licenseOfLine(orderId(nameOf(each)), 0);

/** What ends, and on which day. */
export const expiryOf = (each: Case) => ({
  subject: { kind: each.kind, id: licenseOf(each) },
  expiresOn: isoDate('2026-12-01'),
});

/** One license or maintenance for every case, sold and activated on one day; not a spec itself. */
export class EveryCase {
  private commands = 0;

  constructor(private readonly engine: EngineInTime) {}

  /** Answers the code of the refusal. */
  private async refusalOf(command: Command<unknown>): Promise<string | undefined> {
    try {
      await this.engine.do(command);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  async sold(policy: string, channel: Channel): Promise<void> {
    await this.engine.do(new ImportOrganization(organization('acme')));
    await this.engine.do(new ImportOrganization(organization('globex')));
    await this.engine.do(new ImportOrganization({ ...organization('partner'), role: 'reseller' }));
    await joins(this.engine, bob, 'bob@acme.example');
    await joins(this.engine, carol, 'carol@acme.example');
    for (const each of cases) {
      const order = {
        orderId: orderId(nameOf(each)),
        organizationId: organizationId('acme'),
        channel,
        ...(channel === 'reseller' && { resellerId: organizationId('partner') }),
        billingContactId: ownerOf('acme'),
        paymentMethod: 'card',
        lines: [each.kind === 'license' ? orderLine() : lifetime],
      } as const;
      await this.engine.do(new PlaceOrder(order, policy, [ownerOf('acme')], this.as()));
      await this.refusalOf(new ChangeBillingContact(order.orderId, bob, 'bob@acme.example', this.as()));
      await this.engine.do(new AddOrderContact(order.orderId, carol, 'technical', 'carol@acme.example', this.as()));
    }
    await this.engine.worker.settle();
    for (const each of cases) await this.engine.do(new ActivateLicense(licenseOf(each), this.as()));
    await this.engine.worker.settle();
  }

  /** What sales does about it, as far as the vendor lets anybody. */
  async brought(): Promise<void> {
    for (const each of cases) await this.bring(each);
    await this.engine.worker.settle();
  }

  private async bring(each: Case): Promise<void> {
    const license = licenseOf(each);
    if (each.billing !== 'never') await this.refusalOf(new EnableRecurringBilling(license, this.as()));
    if (each.billing === 'cancelled' || each.billing === 'resumed')
      await this.refusalOf(new CancelRecurringBilling(license, this.as()));
    if (each.billing === 'resumed') await this.refusalOf(new ResumeRecurringBilling(license, this.as()));
    if (each.stage === 'untouched') return;
    if (each.stage === 'terminated') {
      await this.engine.do(new TerminateLicense(license, isoDate('2026-10-20'), 'asked for', this.as()));
      return;
    }
    const renewalId = await this.requestedBy(each);
    if (each.stage === 'withdrawn') await this.engine.do(new WithdrawRenewal(renewalId, 'by-sales', this.as()));
    if (each.stage === 'quoted') await this.engine.do(new QuoteRenewal(renewalId, true, this.as()));
    if (each.stage === 'approved' || each.stage === 'invoiced')
      await this.engine.do(new ApproveRenewal(renewalId, this.as()));
    if (each.stage === 'invoiced') {
      await this.engine.do(new RecordCommitment(renewalId, 'purchase-order', 'PO-1', this.as()));
      await this.refusalOf(new GenerateInvoice(renewalId, 'PO-1', this.as()));
    }
  }

  /** By sales, or by the customer where only they may. */
  private async requestedBy(each: Case): Promise<RenewalId> {
    const lines = [lineOf(each)];
    const bySalesFirst = new RequestRenewal(lines, 'sales', this.as());
    const code = await this.refusalOf(bySalesFirst);
    const { renewalId } = await this.engine.do(
      code === undefined ? bySalesFirst : new RequestRenewal(lines, 'single', this.as(customer(ownerOf('acme')))),
    );
    return renewalId;
  }

  /** The request that the button of the portal sends, taken back when it was not refused. */
  async pressedBy(contactId: ContactId, each: Case): Promise<string | undefined> {
    const lines = [lineOf(each)];
    const command = new RequestRenewal(lines, 'single', this.as(customer(contactId)));
    const code = await this.refusalOf(command);
    if (code !== undefined) return code;
    const { renewalId } = await this.engine.do(command);
    await this.engine.do(new WithdrawRenewal(renewalId, 'by-sales', this.as()));
    await this.engine.worker.settle();
    return undefined;
  }

  private as(actor: Actor = bySales) {
    return contextOf(`command ${(this.commands += 1)}`, { actor });
  }
}

function lineOf(each: Case) {
  const { subject, expiresOn } = expiryOf(each);
  return { subject, currentExpiresOn: expiresOn };
}
