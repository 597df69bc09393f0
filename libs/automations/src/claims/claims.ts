import { AbandonClaim, ReleaseClaims } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { type RenewalId, subjectKey, subjectNamed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Frees the terms that a renewal held when it is withdrawn, or when some of its lines failed. */
export class ReleasedClaims implements Automation {
  readonly kind = 'released-claims';
  readonly rank = REACTION;
  readonly categories = ['renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    switch (typed(recorded).type) {
      case 'RenewalWithdrawn':
      case 'RenewalLineFailed':
        return [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new ReleaseClaims(due.subject as RenewalId, contextOf(this.kind, due)));
  }
}

/** How long a claim waits for the request of its renewal, which follows within milliseconds unless somebody died. */
const PATIENCE = 15 * 60_000;

/** Frees a term that was claimed for a renewal which was never requested. */
export class AbandonedClaims implements Automation {
  readonly kind = 'abandoned-claims';
  readonly rank = REACTION;
  readonly categories = ['license', 'maintenance', 'renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'RenewalOpened': {
        const due = { at: atOnce(recorded).at + PATIENCE };
        return [{ set: { subject: subjectOf(recorded), detail: event.data.renewalId, due } }];
      }
      case 'RenewalRequested':
        return event.data.lines.map(({ subject }) => ({
          clear: { subject: subjectKey(subject), detail: event.data.renewalId },
        }));
      case 'RenewalReleased':
        return [{ clear: { subject: subjectOf(recorded), detail: event.data.renewalId } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new AbandonClaim(due.detail as RenewalId, subjectNamed(due.subject), context));
  }
}
