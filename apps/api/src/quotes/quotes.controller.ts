import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { PageQuery } from '../reading/pages';
import { ListQuotes } from './list-quotes';
import { QuotePage } from './listed-quote.document';

@ApiTags('quotes')
@ApiBearerAuth()
@Controller('quotes')
export class QuotesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'listQuotes', summary: 'Quotes for renewals, the one that is open longest first' })
  @ApiOkResponse({ type: QuotePage })
  @Problems()
  list(@Query() query: PageQuery, @From() caller: Caller) {
    return this.queries.execute(new ListQuotes(query, caller));
  }
}
