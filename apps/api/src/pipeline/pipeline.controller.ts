import { CLOCK } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Pipeline } from '@renewals/projections';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, staff } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { UpcomingRenewalsQuery } from '../upcoming-renewals/list-upcoming-renewals';
import { ListStage } from './list-stage';
import { PipelineDocument, PipelineItemPage, type PipelineStageName, pipelineStages } from './pipeline.document';

/** What sales has before it, from what is due to contracts that have started. */
@ApiTags('pipeline')
@ApiBearerAuth()
@Allow(...staff)
@Controller('pipeline')
export class PipelineController {
  constructor(
    private readonly queries: QueryBus,
    private readonly pipeline: Pipeline,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'readPipeline', summary: 'How much is in each stage' })
  @ApiOkResponse({ type: PipelineDocument })
  @Problems()
  async read(@From() { vendor }: Caller): Promise<PipelineDocument> {
    const totals = await this.pipeline.totals(this.clock.now(), vendor);
    const ofStage = (stage: PipelineStageName) =>
      totals
        .filter((total) => total.stage === stage)
        .map(({ count, amount, currency }) => ({ count, amount: { amountMinor: amount, currency } }));
    return { stages: pipelineStages.map((stage) => ({ stage, totals: ofStage(stage) })) };
  }

  @Get(':stage')
  @ApiOperation({ operationId: 'listStage', summary: 'What is in one stage, what ends first first' })
  @ApiParam({ name: 'stage', enum: pipelineStages, enumName: 'PipelineStage' })
  @ApiOkResponse({ type: PipelineItemPage })
  @Problems('NOT_FOUND')
  list(@Param('stage') stage: string, @Query() query: UpcomingRenewalsQuery, @From() caller: Caller) {
    return this.queries.execute(new ListStage(stageNamed(stage), query, caller));
  }
}

function stageNamed(name: string): PipelineStageName {
  const stage = pipelineStages.find((known) => known === name);
  if (stage) return stage;
  throw new Refusal('NOT_FOUND', `There is no stage ${name}. Choose one of ${pipelineStages.join(', ')}.`);
}
