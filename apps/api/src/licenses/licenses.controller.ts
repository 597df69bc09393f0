import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../commanding/etag';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { ReadQuery } from '../reading/read-query';
import { FindLicense } from './find-license';
import { HistoryDocument } from './history.document';
import { LicenseHistory } from './license-history';
import { LicenseDocument, LicensePage } from './license.document';
import { LicensesQuery, ListLicenses } from './list-licenses';

@ApiTags('licenses')
@ApiBearerAuth()
@Controller('licenses')
export class LicensesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'listLicenses', summary: 'Licenses, sorted by id' })
  @ApiOkResponse({ type: LicensePage })
  @Problems()
  list(@Query() query: LicensesQuery, @From() caller: Caller) {
    return this.queries.execute(new ListLicenses(query, caller));
  }

  @Get(':id')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readLicense', summary: 'One license as it is' })
  @ApiOkResponse({ type: LicenseDocument, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async read(
    @Param('id') id: string,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LicenseDocument> {
    const license = await this.queries.execute(new FindLicense(id, caller, atLeast));
    void reply.header('etag', etagOf(license.revision));
    return license;
  }

  @Get(':id/history')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readLicenseHistory', summary: 'Everything that happened to it, oldest first' })
  @ApiOkResponse({ type: HistoryDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async history(@Param('id') id: string, @From() caller: Caller) {
    return { items: await this.queries.execute(new LicenseHistory(id, caller)) };
  }
}
