import { Desk } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import type { OrganizationId } from '@renewals/licensing';
import { ContactCompanies } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../../../api/src/identity/caller';
import { Names } from '../words/names';

/** Names the people whom mails went to. */
@Injectable()
export class Recipients {
  constructor(
    private readonly companies: ContactCompanies,
    private readonly desk: Desk,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
  ) {}

  async names(contacts: readonly string[], caller: Caller): Promise<Names> {
    const found = await Promise.all([...new Set(contacts)].map((contact) => this.companies.of(contact)));
    const companies = [...new Set(found.flat())].map((id) => this.desk.organization(id as OrganizationId));
    return new Names(caller, await Promise.all(companies), this.infrastructure.personal);
  }
}
