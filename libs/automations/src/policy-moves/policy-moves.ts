import { MoveLicenseToPolicy, step } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId, OrderId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Lets everything that was bought with an order follow it to another version of its policy. */
export class PolicyMoves implements Automation {
  readonly kind = 'policy-moves';
  readonly rank = REACTION;
  readonly categories = ['order'];

  constructor(
    private readonly commands: CommandBus,
    private readonly licensesOf: (orderId: OrderId) => Promise<readonly LicenseId[]>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    if (event.type !== 'OrderPolicyMoved') return [];
    return [{ set: { subject: subjectOf(recorded), detail: event.data.toHash, due: atOnce(recorded) } }];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    let wrote = false;
    for (const licenseId of await this.licensesOf(due.subject as OrderId)) {
      const context = step(contextOf(this.kind, due), licenseId);
      const outcome = await this.commands.execute(new MoveLicenseToPolicy(licenseId, context));
      wrote ||= outcome.wrote;
    }
    return { wrote };
  }
}
