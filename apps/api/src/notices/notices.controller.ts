import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, staff } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { ListNotices } from './list-notices';
import { NoticePage } from './notice.document';
import { NoticesQuery } from './notices-query';

@ApiTags('notices')
@ApiBearerAuth()
@Controller('notices')
export class NoticesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...staff)
  @ApiOperation({
    operationId: 'listNotices',
    summary: 'Why a mail that is no reminder came, or did not; newest first',
  })
  @ApiOkResponse({ type: NoticePage })
  @Problems()
  list(@Query() query: NoticesQuery, @From() caller: Caller) {
    return this.queries.execute(new ListNotices(query, caller));
  }
}
