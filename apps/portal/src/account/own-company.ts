import { Streams } from '@renewals/commands';
import {
  type ContactId,
  isCompanyContact,
  type OrganizationId,
  organizationStream,
  type RegisteredOrganization,
} from '@renewals/licensing';
import { ContactCompanies } from '@renewals/projections';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../api/src/identity/caller';

export interface OwnCompany {
  readonly company: RegisteredOrganization;
  readonly revision: number;
}

/** The company whose contact somebody is. */
@Injectable()
export class OwnCompanies {
  constructor(
    private readonly streams: Streams,
    private readonly companies: ContactCompanies,
  ) {}

  async of({ subject }: Caller): Promise<OwnCompany | undefined> {
    for (const id of await this.companies.of(subject)) {
      const { state: company, revision } = await this.streams.read(organizationStream, id as OrganizationId);
      if (company.status === 'registered' && isCompanyContact(company, subject as ContactId)) {
        return { company, revision };
      }
    }
    return undefined;
  }
}
