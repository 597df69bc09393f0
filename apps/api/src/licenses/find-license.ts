import { CLOCK, noSuchLicense } from '@renewals/commands';
import type { Clock } from '@renewals/platform';
import { Licenses } from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import { type LicenseDocument, licenseDocument } from './license.document';
import { nameOf } from './organization-name';

export class FindLicense extends Query<LicenseDocument> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    /** Waits until the view shows this revision of the license. */
    readonly atLeast?: number,
  ) {
    super();
  }
}

@QueryHandler(FindLicense)
export class FindLicenseHandler implements IQueryHandler<FindLicense> {
  constructor(
    private readonly reach: Reach,
    private readonly licenses: Licenses,
    private readonly ownWrites: OwnWrites,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ id, caller, atLeast }: FindLicense): Promise<LicenseDocument> {
    const { organization } = await this.reach.license(id, caller);
    const row = await this.ownWrites.atLeast(atLeast, () => this.licenses.find(id));
    if (!row) throw noSuchLicense();
    return licenseDocument(row, nameOf(organization), this.clock.now());
  }
}
