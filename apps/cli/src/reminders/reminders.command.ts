import { type ReminderDecision, ReminderDecisions } from '@renewals/projections';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading } from '../engine/open';
import { columns } from '../host/columns';
import type { Host } from '../host/host';
import { writeDocuments, writeLines } from '../host/write';

/** `renewals reminders`: why each reminder came, or did not. */
export function remindersCommand(host: Host): Command {
  return everyCommand('reminders', { json: 'print one JSON document a line' })
    .description('List every decision about a reminder, sorted by its day.')
    .action((options: CommonOptions) =>
      reading(configurationOf(host, options), ({ context }) => {
        const decisions = context.get(ReminderDecisions).all();
        return options.json
          ? writeDocuments(host, documents(decisions))
          : writeLines(host, columns(widths, headings), decisions, row);
      }),
    );
}

/** One line of `renewals reminders --json`. */
export type ReminderLine = Omit<ReminderDecision, 'event'>;

async function* documents(decisions: AsyncIterable<ReminderDecision>): AsyncGenerator<ReminderLine> {
  for await (const decision of decisions) {
    const { license, externalId, subject, expiresOn, offset, contactId, dueOn } = decision;
    const { outcome, reason, messageId, inMail, answer, decidedAt } = decision;
    yield {
      license,
      externalId,
      subject,
      expiresOn,
      offset,
      contactId,
      dueOn,
      outcome,
      reason,
      messageId,
      inMail,
      answer,
      decidedAt,
    };
  }
}

const widths = [10, 12, 10, 6, 10, 7];
const headings = [
  'due on',
  'external id',
  'expires on',
  'offset',
  'outcome',
  'in mail',
  'why, or what the server said',
];

function row({ dueOn, externalId, expiresOn, offset, outcome, inMail, reason, answer }: ReminderDecision): string {
  return columns(widths, [dueOn, externalId, expiresOn, offset, outcome, inMail || '', reason ?? answer]);
}
