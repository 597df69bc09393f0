import { Body, Controller, Inject, Module, Param, Post } from '@nestjs/common';
import type { RenewalId } from '@renewals/licensing';
import { ApiModule } from '../../../apps/api/src/api.module';
import { RevisionAnswer } from '../../../apps/api/src/commanding/answers';
import { Allow, desk } from '../../../apps/api/src/identity/allowed';
import { CommitmentBody } from '../../../apps/api/src/renewals/requests';
import { type BareLog, bareRow } from '../bare-log';
import { sampleEvent } from '../sample-event';

/** Of the injected `BareLog`. */
const BARE_LOG = Symbol('bare log');

/** The floors under a command over HTTP: same server, same guard, same body and its validation. */
@Controller('bench/:id')
class BenchController {
  private written = 0;

  constructor(@Inject(BARE_LOG) private readonly log: BareLog) {}

  /** One durable write of as many bytes as the command's event has. */
  @Post('write')
  @Allow(...desk)
  write(@Param('id') id: RenewalId, @Body() { reference }: CommitmentBody): RevisionAnswer {
    const event = sampleEvent(this.written);
    const data = { ...event.data, reference };
    this.log.write([bareRow({ ...event, data, stream: `renewal-${id}`, revision: this.written })]);
    return { revision: this.written++ };
  }

  @Post('nothing')
  @Allow(...desk)
  nothing(@Body() _body: CommitmentBody): RevisionAnswer {
    return { revision: 0 };
  }
}

/** Puts the floors into every app that is made from now on in this process. */
export function addFloors(log: BareLog): void {
  Module({ controllers: [BenchController], providers: [{ provide: BARE_LOG, useValue: log }] })(ApiModule);
}
