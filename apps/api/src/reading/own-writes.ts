import { Streams } from '@renewals/commands';
import { ProjectionRunner } from '@renewals/projections';
import { Injectable } from '@nestjs/common';
import { ViewBehind } from '../problems/errors';

/** How long a read waits for its view at most, milliseconds. */
const PATIENCE = 2_000;
const TICK = 50;

interface Shown {
  /** Of the stream that is shown. */
  readonly revision: number;
}

/** Shows nobody the past who has just changed it (rule 9). */
@Injectable()
export class OwnWrites {
  constructor(
    private readonly streams: Streams,
    private readonly projections: ProjectionRunner,
  ) {}

  /** Resolves once the views show everything that this process wrote, or when patience is over. */
  async shown(): Promise<void> {
    const patience = AbortSignal.timeout(PATIENCE);
    await this.projections.reached(this.streams.lastAppended, patience).catch(() => undefined);
  }

  /** Reads again until the revision is there. Throws `ViewBehind` when patience is over. */
  async atLeast<Found extends Shown | undefined>(
    revision: number | undefined,
    read: () => Promise<Found>,
  ): Promise<Found> {
    const patience = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const found = await read();
      if (revision === undefined || (found && found.revision >= revision)) return found;
      if (patience.aborted) {
        throw new ViewBehind(`Revision ${revision} is not shown yet. Ask again in a second, or without atLeast.`);
      }
      await this.projections.moved(TICK, patience);
    }
  }
}
