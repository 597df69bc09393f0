import { AcceptInvitation, type InvitationLink } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitorContextOf } from '../../../api/src/commanding/contexts';
import { ForVisitors, Open } from '../../../api/src/identity/allowed';
import { statusOf } from '../../../api/src/problems/codes';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { refuseOtherSites } from '../page/other-sites';
import { Invitations } from './invitation';
import { invitationPage } from './invitation-page';

interface MailedLink extends InvitationLink {
  readonly proof: string;
}

/** Where the link of an invitation leads. Following it changes nothing, as mail scanners follow links; the button does. */
@ApiExcludeController()
@Controller('portal/invitations/:organizationId/:invitationId/:contactId/:proof')
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly commands: CommandBus,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Open()
  async read(
    @Param() { proof, ...link }: MailedLink,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.invitations.refuseWithoutProof(link, proof);
    const invitation = await this.invitations.find(link);
    const status = invitation.status === 'refused' ? statusOf(invitation.refusal.code) : 200;
    await sendPage(reply, invitationPage(this.frames.of(request), invitation), status);
  }

  /** The proof says who it is: nobody has to be signed in, and the history names the invited person. */
  @Post()
  @ForVisitors()
  async accept(
    @Param() { proof, ...link }: MailedLink,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    this.invitations.refuseWithoutProof(link, proof);
    const { organizationId, invitationId, contactId } = link;
    const context = { ...visitorContextOf(request), actor: { type: 'customer', id: contactId } } as const;
    try {
      await this.commands.execute(new AcceptInvitation(organizationId, invitationId, contactId, context));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const page = invitationPage(this.frames.of(request), { status: 'refused', refusal });
      await sendPage(reply, page, statusOf(refusal.code));
      return;
    }
    await goTo(reply, request.url);
  }
}
