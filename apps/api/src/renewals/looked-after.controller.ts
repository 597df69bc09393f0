import { AddRenewalNote, AssignOwner } from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { Allow } from '../identity/allowed';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { OnRenewal } from './on-renewal';

export class OwnerBody {
  @ApiProperty({ description: 'Who of sales: the subject of their token.', example: 'sam' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  owner!: string;
}

export class NoteBody {
  @ApiProperty({ example: 'Wants two more seats.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  text!: string;
}

/** What the vendor's people keep about a renewal; customers never see it. */
@ApiTags('renewals')
@ApiBearerAuth()
@Allow('sales', 'support', 'admin')
@Controller('renewals/:id')
export class LookedAfterController {
  constructor(private readonly renewal: OnRenewal) {}

  @Post('owner')
  @ApiOperation({ operationId: 'assignOwner', summary: 'Say who of sales looks after it' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'RENEWAL_ENDED', 'REVISION_CONFLICT')
  async assignOwner(
    @Param('id') id: RenewalId,
    @Body() { owner }: OwnerBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(id, request, reply, (context) => new AssignOwner(id, owner, context));
    return { revision };
  }

  @Post('notes')
  @ApiOperation({ operationId: 'addRenewalNote', summary: 'Keep a note for whoever looks after it next' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'RENEWAL_ENDED', 'REVISION_CONFLICT')
  async addNote(
    @Param('id') id: RenewalId,
    @Body() { text }: NoteBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(id, request, reply, (context) => new AddRenewalNote(id, text, context));
    return { revision };
  }
}
