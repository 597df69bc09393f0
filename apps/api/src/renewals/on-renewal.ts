import type { CommandContext } from '@renewals/commands';
import { Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { callerOf } from '../identity/caller';
import { Reach } from '../reading/reach';

/** Sends a command about one renewal, for somebody who reaches it. */
@Injectable()
export class OnRenewal {
  constructor(
    private readonly commands: CommandBus,
    private readonly reach: Reach,
  ) {}

  async run<Answer extends RevisionAnswer>(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<Answer>,
  ): Promise<Answer> {
    await this.reach.renewal(id, callerOf(request));
    const answer = await this.commands.execute(command(contextOf(request)));
    void reply.header('etag', etagOf(answer.revision));
    return answer;
  }
}
