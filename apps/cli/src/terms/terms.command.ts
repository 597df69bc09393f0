import { type Command, Option } from 'commander';
import { everyCommand } from '../command/every-command';
import { exitCodes, type ExitCode } from '../exit-codes';
import type { Host } from '../host/host';
import { writeAside, writeDocument } from '../host/write';
import { writeTexts } from '../host/write-texts';
import { answerLine } from './answer-line';
import { errorDocument } from './error-document';
import { linesOf } from './lines';
import { termsDocument } from './terms-document';
import { termsRequest } from './terms-request';
import { termsTable } from './terms-table';

interface TermsOptions {
  readonly anchor?: string;
  readonly period?: string;
  readonly count?: string;
  readonly zone?: string;
  readonly stdin?: true;
  readonly json?: true;
}

const requestOptions = ['anchor', 'period', 'count', 'zone'];

/** `renewals terms`: the terms of an anchor, for one request or for a stream of them. */
export function termsCommand(host: Host): Command {
  return everyCommand('terms', {
    json: 'print one JSON document; with --stdin always one a line',
    dataDirectory: 'unused',
  })
    .description('Show when the terms of a license start and end.')
    .option('--anchor <date>', 'the day the first term starts, 1990-01-01 to 2100-12-31')
    .option('--period <period>', 'length of a term: P<n>D, P<n>M or P<n>Y')
    .option('--count <n>', 'how many terms to show, 1 to 1000')
    .option('--zone <name>', 'IANA time zone, such as Europe/Berlin')
    .addOption(
      new Option(
        '--stdin',
        'read NDJSON requests {"anchor","period","count","zone"} (further fields are ignored) and answer each on its line',
      ).conflicts(requestOptions),
    )
    .action(async (options: TermsOptions) => {
      host.exitCode = options.stdin ? await answerLines(host) : await answerOptions(host, options);
    });
}

async function answerLines({ stdin, stdout }: Host): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  async function* answers(): AsyncGenerator<string> {
    for await (const line of linesOf(stdin)) {
      const answer = answerLine(line);
      if ('error' in answer) exitCode = exitCodes.inputRejected;
      yield `${JSON.stringify(answer)}\n`;
    }
  }
  await writeTexts(stdout, answers());
  return exitCode;
}

async function answerOptions(host: Host, { count, json, ...fields }: TermsOptions): Promise<ExitCode> {
  try {
    const document = termsDocument(termsRequest({ ...fields, count: wholeNumber(count) }));
    await (json ? writeDocument(host, document) : writeTexts(host.stdout, [termsTable(document)]));
    return exitCodes.done;
  } catch (error) {
    const document = errorDocument(error);
    await (json ? writeDocument(host, document) : writeAside(host, document.error.message));
    return exitCodes.badUsage;
  }
}

/** Digits only: `Number` also reads 0x10, 1e2 and blanks. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
