import { readFileSync } from 'node:fs';
import { type Preview, previewed, previewOf } from '@renewals/mail';
import { Command, Option } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { BadUsage } from '../command/bad-usage';
import type { Host } from '../host/host';
import { writeTexts } from '../host/write-texts';

interface PreviewOptions {
  readonly template: string;
  readonly locale: string;
  readonly json?: string;
  readonly text?: true;
  readonly html?: true;
  readonly eml?: true;
  readonly out?: string;
}

/** `renewals mail preview`: one mail as it would be sent, which nobody gets. */
export function previewCommand(host: Host): Command {
  return new Command('preview')
    .description('Show a mail as it would be sent. Nobody gets it.')
    .requiredOption('--template <kind>', `what it tells: ${previewed.join(', ')}`)
    .option('--locale <locale>', 'the language of its reader, such as de or de-AT', 'en')
    .option('--json <file>', 'what it says instead of the example: a JSON object; null leaves something out')
    .addOption(new Option('--text', 'show its plain text (default)').conflicts(['html', 'eml']))
    .addOption(new Option('--html', 'show its HTML').conflicts(['text', 'eml']))
    .addOption(new Option('--eml', 'show all of it, as it goes to the mail server').conflicts(['text', 'html']))
    .option('--out <file>', 'write it to this file')
    .action(async (options: PreviewOptions) => {
      const { template, locale, json, out } = options;
      const preview = previewOf({ template, locale, ...(json !== undefined && { variables: variablesIn(json) }) });
      const shown = partOf(preview, options);
      if (out === undefined) await writeTexts(host.stdout, [shown]);
      else write(out, shown);
    });
}

function partOf({ subject, text, html, raw }: Preview, options: PreviewOptions): string {
  if (options.html) return html;
  return options.eml ? raw.toString() : `${subject}\n\n${text}`;
}

function variablesIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadUsage(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileAtomic.sync(file, text);
  } catch (error) {
    throw new BadUsage(`${file} cannot be written: ${(error as Error).message}`);
  }
}
