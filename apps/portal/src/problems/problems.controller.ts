import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '@renewals/licensing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../../../api/src/identity/allowed';
import { pageOf, type ProblemCode, problemCodes, statusOf, titleOf } from '../../../api/src/problems/codes';
import { sendPage } from '../page/answer';
import { type Frame, Frames } from '../page/frame';
import { html } from '../page/html';
import { page } from '../page/layout';
import { explanations } from './explanations';

/** The pages that the `type` of a problem leads to. */
@ApiExcludeController()
@Controller('problems')
@Open()
export class ProblemsController {
  constructor(private readonly frames: Frames) {}

  @Get(':code')
  async explain(
    @Param('code') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const code = problemCodes.find((known) => pageOf(known) === `/problems/${name}`);
    if (!code) throw new Refusal('NOT_FOUND', 'There is no problem of that name. /openapi.json lists them all.');
    await sendPage(reply, explanation(code, this.frames.of(request)));
  }
}

function explanation(code: ProblemCode, frame: Frame): string {
  return page(
    titleOf(code),
    frame,
    html`<section class="card narrow">
      <h1>${titleOf(code)}</h1>
      <p>${explanations[code]}</p>
      <p class="sub">
        Code <code>${code}</code>, HTTP status ${statusOf(code)}. The answer's <code>detail</code> says what happened in
        your case, and the way out.
      </p>
    </section>`,
  );
}
