import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { ListUpcomingRenewals, UpcomingRenewalsQuery } from './list-upcoming-renewals';
import { UpcomingRenewalPage } from './upcoming-renewal.document';

@ApiTags('upcoming renewals')
@ApiBearerAuth()
@Controller('upcoming-renewals')
export class UpcomingRenewalsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'listUpcomingRenewals', summary: 'What is due, soonest first' })
  @ApiOkResponse({ type: UpcomingRenewalPage })
  @Problems()
  list(@Query() query: UpcomingRenewalsQuery, @From() caller: Caller) {
    return this.queries.execute(new ListUpcomingRenewals(query, caller));
  }
}
