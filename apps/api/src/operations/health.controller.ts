import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../identity/allowed';
import { Readiness, ReadyDocument } from './readiness';

export class HealthDocument {
  @ApiProperty({ enum: ['up'] })
  status!: 'up';
}

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('health')
  @Open()
  @ApiOperation({ operationId: 'health', summary: 'The process answers' })
  @ApiOkResponse({ type: HealthDocument })
  health(): HealthDocument {
    return { status: 'up' };
  }

  @Get('ready')
  @Open()
  @ApiOperation({ operationId: 'ready', summary: 'The event store answers and the views follow it' })
  @ApiOkResponse({ type: ReadyDocument })
  @ApiServiceUnavailableResponse({ type: ReadyDocument })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyDocument> {
    const document = await this.readiness.now();
    void reply.status(document.status === 'ready' ? 200 : 503);
    return document;
  }
}
