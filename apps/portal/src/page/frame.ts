import { CLOCK } from '@renewals/commands';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../../api/src/identity/caller';
import { type Mode, SERVING, type Serving } from '../../../api/src/serving';

/** What every page shows around its content. */
export interface Frame {
  /** The address, for the navigation. */
  readonly path: string;
  readonly caller?: Caller;
  readonly mode: Mode;
  /** The time of the data directory, milliseconds since the epoch. */
  readonly now: number;
  /** Given back by a form, so that sending it twice does it once. */
  readonly once: string;
}

@Injectable()
export class Frames {
  constructor(
    @Inject(SERVING) private readonly serving: Serving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of({ url, caller, id }: FastifyRequest): Frame {
    const [path = '/'] = url.split('?', 1);
    return { path, mode: this.serving.mode, now: this.clock.now(), once: id, ...(caller && { caller }) };
  }
}
