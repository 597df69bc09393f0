import { CLOCK } from '@renewals/commands';
import { liveUntil, Worker } from '@renewals/engine';
import { Refusal } from '@renewals/licensing';
import { type Clock, VirtualTime } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { SERVING, type Serving } from '../serving';

const DAY = 86_400_000;

/** The clock of the sample, moved by people: everything due on the way happens on its day. */
@Injectable()
export class SampleTime {
  private passing: Promise<void> = Promise.resolve();

  constructor(
    private readonly worker: Worker,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  /** One stretch after the other. Throws `NOT_ALLOWED` anywhere else than in the sample. */
  pass(days: number): Promise<void> {
    const { clock } = this;
    if (this.serving.mode !== 'sample' || !(clock instanceof VirtualTime)) {
      throw new Refusal(
        'NOT_ALLOWED',
        'Only the clock of the sample is moved here. Start it with: npm start -- --sample.',
      );
    }
    const passed = this.passing.then(() => liveUntil(this.worker, clock, clock.now() + days * DAY));
    this.passing = passed.catch(() => undefined);
    return passed;
  }
}
