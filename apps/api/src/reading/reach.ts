import { Desk, type KnownAlignment, type LicenseOnDesk, noSuchAlignment, noSuchLicense } from '@renewals/commands';
import {
  type ContactId,
  noSuchOrder,
  type OrderId,
  type PlacedOrder,
  refuseAccess,
  Refusal,
  type Renewal,
} from '@renewals/licensing';
import { OrderContacts } from '@renewals/projections';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../identity/caller';

export type RequestedRenewal = Exclude<Renewal, { stage: 'unrequested' }>;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a caller may see, asked of the streams at the moment of asking: never of a view, a cache or the token. */
@Injectable()
export class Reach {
  constructor(
    private readonly desk: Desk,
    private readonly orderContacts: OrderContacts,
  ) {}

  /** Throws `NOT_FOUND` or `NOT_AN_ORDER_CONTACT`. */
  async license(id: string, caller: Caller): Promise<LicenseOnDesk> {
    if (!UUID.test(id)) throw noSuchLicense();
    const found = await this.desk.licenseFor(id, actorOf(caller));
    if (isForeign(found.license.grant.policy, caller)) throw noSuchLicense();
    return found;
  }

  /** Throws `NOT_FOUND` or `NOT_AN_ORDER_CONTACT`. */
  async order(id: string, caller: Caller): Promise<PlacedOrder> {
    if (!UUID.test(id)) throw new Refusal(noSuchOrder.code, noSuchOrder.message);
    const order = await this.desk.placedOrder(id as OrderId);
    if (isForeign(order.placement.policy, caller)) throw new Refusal(noSuchOrder.code, noSuchOrder.message);
    if (caller.role !== 'customer') return order;
    const organization = await this.desk.organization(order.placement.organizationId);
    const refusal = refuseAccess(order, organization, caller.subject as ContactId);
    if (refusal) throw new Refusal(refusal.code, refusal.message);
    return order;
  }

  async reachesLicense(id: string, caller: Caller): Promise<boolean> {
    return (await refusalOf(this.license(id, caller))) === undefined;
  }

  async reachesOrder(id: string, caller: Caller): Promise<boolean> {
    return (await refusalOf(this.order(id, caller))) === undefined;
  }

  /** Its lines are those whose license the caller reaches. Throws when there is none. */
  async renewal(id: string, caller: Caller): Promise<RequestedRenewal> {
    const renewal = UUID.test(id) ? await this.desk.renewal(id) : undefined;
    if (!renewal || renewal.stage === 'unrequested') throw noSuchRenewal();
    const refusals = await Promise.all(renewal.lines.map(({ subject }) => refusalOf(this.license(subject.id, caller))));
    const lines = renewal.lines.filter((_, index) => refusals[index] === undefined);
    if (lines.length > 0) return { ...renewal, lines };
    throw refusals.find((refusal) => refusal?.code !== 'NOT_FOUND') ?? noSuchRenewal();
  }

  /** For whoever reaches every one of its licenses. */
  async alignment(id: string, caller: Caller): Promise<KnownAlignment> {
    if (!UUID.test(id)) throw noSuchAlignment();
    const alignment = await this.desk.alignment(id);
    for (const { subject } of alignment.proposal.lines) await this.license(subject.id, caller);
    return alignment;
  }

  /** People of one vendor never touch another's. Throws `NOT_FOUND`. */
  async refuseForeignTask(id: string, { vendor }: Caller): Promise<void> {
    const found = await this.desk.salesTask(id);
    const isTheirs = found.status !== 'none' && (vendor === undefined || found.task.policy === vendor);
    if (!isTheirs) throw new Refusal('NOT_FOUND', 'There is no such task. Look it up in the list of sales tasks.');
  }

  /** Where to look for what the caller reaches; everywhere when undefined. */
  async orders({ role, subject }: Caller): Promise<readonly string[] | undefined> {
    return role === 'customer' ? this.orderContacts.ordersOf(subject) : undefined;
  }
}

async function refusalOf(asked: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** People of one vendor never see another's. */
function isForeign(policy: string, { vendor }: Caller): boolean {
  return vendor !== undefined && vendor !== policy;
}

function noSuchRenewal(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such renewal. Look it up at /upcoming-renewals, or request a new one.');
}
