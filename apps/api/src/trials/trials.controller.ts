import { RequestTrial } from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, readers, renewers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { refuseForeignPolicy } from '../identity/foreign-policy';
import { LicensePage } from '../licenses/license.document';
import { LicensesQuery, ListLicenses } from '../licenses/list-licenses';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';

const deliveries = ['classic', 'cloud', 'trackable'] as const;

export class RequestTrialBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organizationId!: OrganizationId;

  @ApiPropertyOptional({ description: 'Who is to try it. Left out: whoever asks.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  contactId?: ContactId;

  @ApiProperty({ description: "The vendor's policy.", example: 'acme' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  policy!: string;

  @ApiProperty({ example: 'Barcode Reader' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  product!: string;

  @ApiPropertyOptional({ enum: deliveries, default: 'cloud' })
  @IsOptional()
  @IsIn(deliveries)
  delivery?: (typeof deliveries)[number];
}

export class RequestedTrialAnswer extends RevisionAnswer {
  @ApiProperty({ description: 'Issued right after, and then to be activated.', format: 'uuid' })
  licenseId!: string;
}

/** Trial Licenses (F). */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class TrialsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'listTrials', summary: 'Trial licenses, sorted by id' })
  @ApiOkResponse({ type: LicensePage })
  @Problems()
  list(@Query() query: LicensesQuery, @From() caller: Caller) {
    return this.queries.execute(new ListLicenses({ ...query, kind: 'trial' }, caller));
  }

  @Post()
  @Allow(...renewers)
  @ApiOperation({ operationId: 'requestTrial', summary: "Request a company's one trial of a product" })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: RequestedTrialAnswer })
  @Problems('NOT_FOUND', 'TRIAL_ALREADY_REQUESTED')
  async request(
    @Body() body: RequestTrialBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedTrialAnswer> {
    const caller = callerOf(request);
    refuseForeignPolicy(body.policy, caller);
    const { delivery = 'cloud', contactId = caller.subject as ContactId } = body;
    const trial = { ...body, contactId, delivery };
    const { revision, licenseId } = await this.commands.execute(
      new RequestTrial(trial, unconditional(contextOf(request))),
    );
    void reply.header('location', `/licenses/${licenseId}`).header('etag', etagOf(revision));
    return { revision, licenseId };
  }
}
