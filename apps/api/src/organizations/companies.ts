import { Desk, Policies } from '@renewals/commands';
import {
  type ContactId,
  isCompanyContact,
  isCustomerSide,
  type OrderId,
  type OrganizationId,
  Refusal,
  type RegisteredOrganization,
} from '@renewals/licensing';
import { OrderContacts } from '@renewals/projections';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../identity/caller';
import { refuseForeignPolicy } from '../identity/foreign-policy';
import { UUID } from '../reading/reach';

/** Company accounts that a caller reaches, and for which vendor they do. */
@Injectable()
export class Companies {
  constructor(
    private readonly desk: Desk,
    private readonly orderContacts: OrderContacts,
    private readonly policies: Policies,
  ) {}

  /** Throws `NOT_FOUND`, also to people who are no contacts of the company. */
  async reached(id: string, caller: Caller): Promise<RegisteredOrganization> {
    const company = UUID.test(id) ? await this.desk.organization(id as OrganizationId) : undefined;
    if (company?.status !== 'registered') throw noSuchCompany();
    if (isCustomerSide(actorOf(caller))) {
      if (!isCompanyContact(company, caller.subject as ContactId)) throw noSuchCompany();
    } else if (caller.vendor !== undefined && !(await this.buysFrom(company, caller.vendor))) throw noSuchCompany();
    return company;
  }

  /** Id of the policy of the vendor who is asked: the token's, the account's, that of the company's orders. */
  async policyOf(company: RegisteredOrganization, { vendor }: Caller): Promise<string> {
    if (vendor !== undefined) return vendor;
    for await (const seller of this.sellersTo(company)) return seller;
    return this.policy(undefined, {});
  }

  /** Of a request that names one, or leaves it out where there is no choice. Throws `INVALID_INPUT`. */
  policy(named: string | undefined, caller: Pick<Caller, 'vendor'>): string {
    const ids = [...this.policies.all.keys()];
    const policy = named ?? caller.vendor ?? (ids.length === 1 ? ids[0] : undefined);
    if (policy === undefined) {
      throw new Refusal('INVALID_INPUT', `Several vendors live here. Say for which one, as policy: ${ids.join(', ')}.`);
    }
    refuseForeignPolicy(policy, caller);
    return this.policies.get(policy).id;
  }

  private async buysFrom(company: RegisteredOrganization, vendor: string): Promise<boolean> {
    for await (const seller of this.sellersTo(company)) if (seller === vendor) return true;
    return false;
  }

  private async *sellersTo({ registration, contacts }: RegisteredOrganization): AsyncGenerator<string> {
    if (registration.policy !== undefined) yield registration.policy;
    for (const contactId of contacts.keys()) {
      for (const orderId of await this.orderContacts.ordersNaming(contactId)) {
        const order = await this.desk.order(orderId as OrderId);
        if (order.status === 'placed') yield order.placement.policy;
      }
    }
  }
}

export function noSuchCompany(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such company account. Look up its id, or register the company.');
}
