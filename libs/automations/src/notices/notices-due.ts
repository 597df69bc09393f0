import { RaiseNotice } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { isAwaited, type Notice, type NoticeDue, type NoticeSuppressed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, typed } from '../runtime/recorded';
import { noticeIdOf } from './notice-id';
import { toldCategories, whatIsToBeTold } from './what-is-to-be-told';

/** Tells people what happened: a notice falls due as soon as its event is seen. */
export class NoticesDue implements Automation {
  readonly rank = REACTION;
  readonly categories = [...toldCategories, 'notice'];

  private constructor(
    readonly kind: string,
    private readonly commands: CommandBus,
    private readonly concerns: (notice: Notice) => boolean,
    readonly isHeld: () => Promise<boolean>,
  ) {}

  /** What somebody has asked for and waits for. */
  static awaited(commands: CommandBus): NoticesDue {
    return new NoticesDue(
      'awaited-notices',
      commands,
      ({ kind }) => isAwaited(kind),
      async () => false,
    );
  }

  /** Everything else, which waits while mail is held after an import. */
  static others(commands: CommandBus, isHeld: () => Promise<boolean>): NoticesDue {
    return new NoticesDue('notices', commands, ({ kind }) => !isAwaited(kind), isHeld);
  }

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'NoticeDue':
        return this.decided(event);
      case 'NoticeSuppressed':
        return event.data.to === undefined ? this.decided(event) : [];
      default: {
        const notice = whatIsToBeTold(recorded);
        if (!notice || !this.concerns(notice)) return [];
        return [{ set: { subject: noticeIdOf(notice), detail: JSON.stringify(notice), due: atOnce(recorded) } }];
      }
    }
  }

  act(due: DueDeadline): Promise<{ readonly wrote: boolean }> {
    const notice = JSON.parse(due.detail) as Notice;
    return this.commands.execute(
      new RaiseNotice({ ...notice, noticeId: due.subject }, due.dueAt, contextOf(this.kind, due)),
    );
  }

  private decided({ data }: NoticeDue | NoticeSuppressed): readonly DeadlineChange[] {
    return this.concerns(data) ? [{ clear: { subject: data.noticeId } }] : [];
  }
}
