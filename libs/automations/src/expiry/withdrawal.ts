import { WithdrawExpiredRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { addDays, channelPolicy, type PolicyOf, subjectNamed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';
import { type RecordedTerm, recordedTerm } from '../runtime/recorded-term';

const GRACE = 'after grace';

/** Withdraws a renewal that nobody approved before what it renews was over, and the days of grace with it. */
export class Withdrawal implements Automation {
  readonly kind = 'withdrawal';
  readonly rank = REACTION;
  readonly categories = ['license', 'maintenance'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policyOf: PolicyOf,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const term = recordedTerm(recorded);
    if (term) return this.afterGrace(term);
    const subject = subjectOf(recorded);
    switch (typed(recorded).type) {
      case 'LicenseExpired':
      case 'MaintenanceLapsed':
        return [{ set: { subject, detail: '', due: atOnce(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new WithdrawExpiredRenewal(subjectNamed(due.subject), contextOf(this.kind, due)));
  }

  private afterGrace(term: RecordedTerm): readonly DeadlineChange[] {
    const { subject, expiresOn, zone, channel } = term;
    const { graceDays } = channelPolicy(this.policyOf(term), channel).renewal;
    if (graceDays === 0) return [];
    return [{ set: { subject, detail: GRACE, due: { startOf: addDays(expiresOn, graceDays + 1), zone } } }];
  }
}
