import { Desk, type LicenseOnDesk, noSuchLicense } from '@renewals/commands';
import { Refusal, type Renewal } from '@renewals/licensing';
import { OrderContacts } from '@renewals/projections';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../identity/caller';

export type RequestedRenewal = Exclude<Renewal, { stage: 'unrequested' }>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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

  async reachesLicense(id: string, caller: Caller): Promise<boolean> {
    return (await this.refusalOf(id, caller)) === undefined;
  }

  /** Its lines are those whose license the caller reaches. Throws when there is none. */
  async renewal(id: string, caller: Caller): Promise<RequestedRenewal> {
    const renewal = UUID.test(id) ? await this.desk.renewal(id) : undefined;
    if (!renewal || renewal.stage === 'unrequested') throw noSuchRenewal();
    const refusals = await Promise.all(renewal.lines.map(({ subject }) => this.refusalOf(subject.id, caller)));
    const lines = renewal.lines.filter((_, index) => refusals[index] === undefined);
    if (lines.length > 0) return { ...renewal, lines };
    throw refusals.find((refusal) => refusal?.code !== 'NOT_FOUND') ?? noSuchRenewal();
  }

  /** Where to look for what the caller reaches; everywhere when undefined. */
  async orders({ role, subject }: Caller): Promise<readonly string[] | undefined> {
    return role === 'customer' ? this.orderContacts.ordersOf(subject) : undefined;
  }

  private async refusalOf(licenseId: string, caller: Caller): Promise<Refusal | undefined> {
    try {
      await this.license(licenseId, caller);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/** People of one vendor never see another's. */
function isForeign(policy: string, { vendor }: Caller): boolean {
  return vendor !== undefined && vendor !== policy;
}

function noSuchRenewal(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such renewal. Look it up at /upcoming-renewals, or request a new one.');
}
