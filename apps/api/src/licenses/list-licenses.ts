import { CLOCK, Desk } from '@renewals/commands';
import type { OrganizationId } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import {
  type LicenseRow,
  licenseStatuses,
  Licenses,
  type LicenseStatus,
  type QuotaState,
  quotaStates,
} from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Caller } from '../identity/caller';
import { cursorAfter, fillPage, type Page, PageQuery, readCursor } from '../reading/pages';
import { Reach } from '../reading/reach';
import { type LicenseDocument, licenseDocument } from './license.document';
import { nameOf } from './organization-name';

const kinds: readonly LicenseRow['kind'][] = ['annual', 'perpetual', 'trial'];

export class LicensesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: licenseStatuses, enumName: 'LicenseStatus' })
  @IsOptional()
  @IsIn(licenseStatuses)
  status?: LicenseStatus;

  @ApiPropertyOptional({ enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: LicenseRow['kind'];

  @ApiPropertyOptional({
    description: '`low`: a threshold was crossed; `exhausted`: nothing is left.',
    enum: quotaStates,
    enumName: 'QuotaState',
  })
  @IsOptional()
  @IsIn(quotaStates)
  quota?: QuotaState;
}

export class ListLicenses extends Query<Page<LicenseDocument>> {
  constructor(
    readonly query: LicensesQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** Sorted by id. A customer's list is looked up by order, and each license of it is then asked for afresh. */
@QueryHandler(ListLicenses)
export class ListLicensesHandler implements IQueryHandler<ListLicenses> {
  constructor(
    private readonly reach: Reach,
    private readonly licenses: Licenses,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    query: { status, kind, quota, cursor, limit },
    caller,
  }: ListLicenses): Promise<Page<LicenseDocument>> {
    const now = this.clock.now();
    const orders = await this.reach.orders(caller);
    const from = readCursor(cursor, 'license')?.license;
    const fetch = (last?: LicenseRow) => {
      const after = last?.license ?? from;
      return this.licenses.page({
        now,
        limit: limit + 1,
        ...(status && { status }),
        ...(kind && { kind }),
        ...(quota && { quota }),
        ...(caller.vendor !== undefined && { policy: caller.vendor }),
        ...(orders && { orders }),
        ...(after !== undefined && { after }),
      });
    };
    const { rows, hasMore } = await fillPage(limit, fetch, ({ license }) => this.reach.reachesLicense(license, caller));
    const items = await Promise.all(
      rows.map(async (row) => {
        const organization = await this.desk.organization(row.organization as OrganizationId);
        return licenseDocument(row, nameOf(organization), now);
      }),
    );
    const last = rows.at(-1);
    return { items, ...(hasMore && last && { nextCursor: cursorAfter({ license: last.license }) }) };
  }
}
