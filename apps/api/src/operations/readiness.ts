import { CLOCK } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import type { Position } from '@renewals/event-store';
import type { Clock } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ProjectionDocument {
  @ApiProperty({ example: 'licenses' })
  name!: string;

  @ApiProperty({ description: 'Events of the log that it has not passed yet, counted up to 1000.', type: 'integer' })
  lag!: number;

  @ApiProperty({ description: 'Since it last moved.' })
  secondsSinceProgress!: number;

  @ApiProperty({ description: 'It met an event that it cannot handle; the log of this server says which.' })
  stopped!: boolean;
}

export class ReadyDocument {
  @ApiProperty({ enum: ['ready', 'not-ready'] })
  status!: 'ready' | 'not-ready';

  @ApiProperty({ enum: ['up', 'down'] })
  eventStore!: 'up' | 'down';

  @ApiProperty({ type: [ProjectionDocument] })
  projections!: ProjectionDocument[];

  @ApiPropertyOptional({ description: 'Why not, and what to do.' })
  detail?: string;
}

const COUNTED_AT_MOST = 1_000;
/** A view that is behind and has not moved for so long is stuck. */
const STUCK_AFTER_SECONDS = 30;

/** Lag and time since the last progress, both: an idle tail has no lag, a stuck one does not move (rule 7). */
@Injectable()
export class Readiness {
  constructor(
    private readonly projections: ProjectionRunner,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async now(): Promise<ReadyDocument> {
    try {
      const projections = await this.measured();
      const troubles = projections.filter(isInTrouble).map(({ name }) => name);
      if (troubles.length === 0) return { status: 'ready', eventStore: 'up', projections };
      const detail = `Not following the log: ${troubles.join(', ')}. See the log of this server, repair, restart.`;
      return { status: 'not-ready', eventStore: 'up', projections, detail };
    } catch {
      const detail = 'The event store does not answer. Check EVENT_STORE and the server it names.';
      return { status: 'not-ready', eventStore: 'down', projections: [], detail };
    }
  }

  private async measured(): Promise<ProjectionDocument[]> {
    const end = await this.infrastructure.store.lastPosition();
    const health = this.projections.health();
    const lags = new Map<Position, number>();
    for (const { position } of health) {
      if (!lags.has(position)) lags.set(position, position >= end ? 0 : await this.eventsAfter(position));
    }
    return health.map(({ name, position, lastProgressAt, stoppedBy }) => ({
      name,
      lag: lags.get(position) ?? 0,
      secondsSinceProgress: Math.max(0, this.clock.now() - lastProgressAt) / 1000,
      stopped: stoppedBy !== undefined,
    }));
  }

  private async eventsAfter(after: Position): Promise<number> {
    return (await this.infrastructure.store.readAll({ after, batchSize: COUNTED_AT_MOST })).events.length;
  }
}

function isInTrouble({ lag, secondsSinceProgress, stopped }: ProjectionDocument): boolean {
  return stopped || (lag > 0 && secondsSinceProgress > STUCK_AFTER_SECONDS);
}
