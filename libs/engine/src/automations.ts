import {
  AbandonedClaims,
  type Automation,
  ContractStart,
  Expiry,
  RecurringRenewal,
  ReleasedClaims,
  RemindersDue,
  Successors,
  Withdrawal,
} from '@renewals/automations';
import type { Desk, Policies } from '@renewals/commands';
import type { CommandBus } from '@nestjs/cqrs';

/** Everything that happens by itself. */
export function allAutomations(commands: CommandBus, policies: Policies, desk: Desk): readonly Automation[] {
  const mailIsHeld = async () => (await desk.installation()).mail === 'held';
  return [
    new Successors(commands),
    new Withdrawal(commands),
    new ReleasedClaims(commands),
    new AbandonedClaims(commands),
    new ContractStart(commands),
    new Expiry(commands),
    new RemindersDue(commands, policies.all, mailIsHeld),
    new RecurringRenewal(commands, policies.all),
  ];
}
