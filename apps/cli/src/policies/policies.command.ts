import { Policies } from '@renewals/commands';
import type { Engine } from '@renewals/engine';
import type { PolicyVersion } from '@renewals/licensing';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { readingStreams } from '../engine/open';
import { columns } from '../host/columns';
import type { Host } from '../host/host';
import { writeDocuments, writeLines } from '../host/write';

interface PolicyLine extends PolicyVersion {
  /** New orders get it. */
  readonly newest: boolean;
}

/** `renewals policies`: what orders may keep. */
export function policiesCommand(host: Host): Command {
  return everyCommand('policies', { json: 'print one JSON document a line' })
    .description('List every version of a policy that the engine was started with, the first one first.')
    .action((options: CommonOptions) =>
      readingStreams(configurationOf(host, options), (engine) => {
        const lines = policyLines(engine);
        const heading = row('policy', 'newest', 'hash');
        return options.json
          ? writeDocuments(host, lines)
          : writeLines(host, heading, lines, ({ policy, newest, policyHash }) =>
              row(policy, newest ? 'yes' : 'no', policyHash),
            );
      }),
    );
}

async function* policyLines({ context }: Engine): AsyncGenerator<PolicyLine> {
  const policies = context.get(Policies);
  for (const version of policies.versions) yield { ...version, newest: policies.isNewest(version) };
}

function row(...cells: readonly [string, string, string]): string {
  return columns([14, 6], cells);
}
