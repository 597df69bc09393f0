import { RaiseNotice } from '@renewals/commands';
import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import {
  type IsoDate,
  type LicenseId,
  localDate,
  type Notice,
  type PolicyOf,
  type SoldUnder,
  trialEndNotice,
  type Zone,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';
import { noticeIdOf } from './notice-id';

/** Tells the people of a trial some days before that it ends. An extension moves the day. */
export class TrialEndsDue implements Automation {
  readonly kind = 'trial-ends';
  readonly rank = 3;
  readonly categories = ['license', 'notice'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policyOf: PolicyOf,
    /** Whether mail waits after an import; then this waits too. */
    readonly isHeld: () => Promise<boolean>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    const subject = subjectOf(recorded);
    switch (event.type) {
      case 'LicenseActivated': {
        const { kind, expiresOn } = event.data;
        return kind === 'trial' && expiresOn !== undefined ? this.ending({ ...event.data, expiresOn }, recorded) : [];
      }
      case 'TrialExtended':
        return [
          { clear: { subject } },
          ...this.ending({ ...event.data, expiresOn: event.data.newExpiresOn }, recorded),
        ];
      case 'TrialConverted':
      case 'LicenseTerminated':
      case 'LicenseExpired':
        return [{ clear: { subject } }];
      case 'NoticeDue':
        return event.data.kind === this.kind ? [decided(event.data.about)] : [];
      case 'NoticeSuppressed':
        return event.data.kind === this.kind && event.data.to === undefined ? [decided(event.data.about)] : [];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ readonly wrote: boolean }> {
    const about = { licenseId: due.subject as LicenseId, expiresOn: due.detail as IsoDate };
    const notice: Notice = { kind: this.kind, about };
    const raised = { ...notice, noticeId: noticeIdOf(notice) };
    return this.commands.execute(new RaiseNotice(raised, due.dueAt, contextOf(this.kind, due)));
  }

  private ending(
    term: SoldUnder & { readonly expiresOn: IsoDate; readonly zone: Zone },
    recorded: RecordedEvent,
  ): readonly DeadlineChange[] {
    const fixedOn = localDate(Date.parse((recorded.metadata as EventMetadata).recordedAt), term.zone);
    const due = trialEndNotice(this.policyOf(term), { ...term, fixedOn });
    return due ? [{ set: { subject: subjectOf(recorded), detail: term.expiresOn, due } }] : [];
  }
}

function decided({ licenseId, expiresOn }: { licenseId: LicenseId; expiresOn: IsoDate }): DeadlineChange {
  return { clear: { subject: licenseId, detail: expiresOn } };
}
