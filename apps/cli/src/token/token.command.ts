import { issueToken, type Role, roles, systemClock } from '@renewals/platform';
import { rfc3339 } from '@renewals/licensing';
import { type Command, Option } from 'commander';
import { countUpTo } from '../command/arguments';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { readingStreams } from '../engine/open';
import type { Host } from '../host/host';
import { writeAnswer, writeDocument } from '../host/write';

interface TokenOptions extends CommonOptions {
  readonly role: Role;
  readonly subject?: string;
  readonly vendor?: string;
  readonly hours: number;
}

const A_YEAR = 8_784;

/** `renewals token`: a bearer token for the API. */
export function tokenCommand(host: Host): Command {
  return everyCommand('token', { json: 'print one JSON document with what the token says' })
    .description('Sign a bearer token for the API of this data directory.')
    .addOption(new Option('--role <role>', 'what its holder may do').choices(roles).makeOptionMandatory())
    .option('--subject <id>', 'who its holder is: a contact id for customer and reseller (default: the role)')
    .option('--vendor <policy>', 'the only policy that it reaches (default: every one)')
    .option('--hours <n>', 'how long it is good', countUpTo(A_YEAR), 12)
    .action((options: TokenOptions) =>
      readingStreams(configurationOf(host, options), ({ infrastructure: { secrets, policies } }) => {
        const { role, vendor, hours } = options;
        const claims = { role, subject: subjectOf(options), ...(vendor && { vendor: policies.get(vendor).id }) };
        // People live in real time, also those who look at a virtual directory.
        const now = systemClock.now();
        const token = issueToken(secrets.tokens, claims, { now, hours });
        const expiresAt = rfc3339(now + hours * 3_600_000);
        return options.json ? writeDocument(host, { token, ...claims, expiresAt }) : writeAnswer(host, token);
      }),
    );
}

function subjectOf({ role, subject }: TokenOptions): string {
  if (subject !== undefined && subject !== '') return subject;
  if (role !== 'customer' && role !== 'reseller') return role;
  throw new BadUsage(`A ${role} is a contact: name it with --subject CONTACT_ID.`);
}
