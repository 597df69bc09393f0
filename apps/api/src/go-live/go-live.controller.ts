import { type GoLive, GoLivePreview } from '@renewals/automations';
import { CLOCK, ReleaseMail } from '@renewals/commands';
import { rfc3339 } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { Allow, staff } from '../identity/allowed';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { GoLiveDocument } from './go-live.document';

@ApiTags('going live')
@ApiBearerAuth()
@Controller('go-live')
export class GoLiveController {
  constructor(
    private readonly preview: GoLivePreview,
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(...staff)
  @ApiOperation({ operationId: 'previewGoLive', summary: 'What would go out today if mail was released now' })
  @ApiOkResponse({ type: GoLiveDocument })
  @Problems()
  async read(): Promise<GoLiveDocument> {
    return documentOf(await this.preview.at(this.clock.now()));
  }

  @Post()
  @Allow('admin')
  @ApiOperation({ operationId: 'goLive', summary: 'Release mail; what fell due before is recorded, not sent' })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems()
  async release(@Req() request: FastifyRequest): Promise<RevisionAnswer> {
    const { revision } = await this.commands.execute(new ReleaseMail(contextOf(request)));
    return { revision };
  }
}

function documentOf({ mail, goesOutToday, recordedNotSent }: GoLive): GoLiveDocument {
  return {
    mail,
    goesOutToday: goesOutToday.map(({ subject, externalId, expiresOn, offset, contactId, at }) => ({
      licenseId: subject.id,
      ...(externalId !== null && { externalId }),
      expiresOn,
      offset,
      contactId,
      dueAt: rfc3339(at),
    })),
    recordedNotSent,
  };
}
