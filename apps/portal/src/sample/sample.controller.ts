import { Refusal } from '@renewals/licensing';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../api/src/identity/allowed';
import { SampleTime } from '../../../api/src/sample/sample-time';
import { SERVING, type Serving } from '../../../api/src/serving';
import { goTo, sendPage } from '../page/answer';
import { Form } from '../page/form';
import { Frames } from '../page/frame';
import { openingPage } from './opening-page';

export class TimeForm extends Form {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(400)
  days!: number;
}

@ApiExcludeController()
@Controller('portal')
@Allow('admin')
export class SampleController {
  constructor(
    private readonly time: SampleTime,
    private readonly frames: Frames,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  @Post('sample')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { openSample } = this.serving;
    if (!openSample) throw new Refusal('NOT_ALLOWED', 'Start the sample yourself: npm start -- --sample.');
    await sendPage(reply, openingPage(this.frames.of(request), await openSample()));
  }

  @Post('clock')
  async pass(
    @Body() { days }: TimeForm,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.time.pass(days);
    await goTo(reply, pathOf(headers.referer));
  }
}

/** Back to the page whose button it was; never to another server. */
function pathOf(referer: string | undefined): string {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : '/';
}
