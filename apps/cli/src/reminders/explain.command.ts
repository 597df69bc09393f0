import { type Explanation, ReminderExplanations } from '@renewals/automations';
import type { Engine } from '@renewals/engine';
import type { IsoDate, LicenseId } from '@renewals/licensing';
import { Licenses } from '@renewals/projections';
import { Command } from 'commander';
import { day, offset } from '../command/arguments';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading } from '../engine/open';
import type { Host } from '../host/host';
import { writeAnswer, writeDocument } from '../host/write';
import { explanationLines } from './explanation-lines';

interface ExplainOptions extends CommonOptions {
  readonly license: string;
  readonly offset: number;
  readonly contact?: string;
  readonly expiresOn?: IsoDate;
}

/** `renewals explain …`: why something happened, or did not. */
export function explainCommand(host: Host): Command {
  const explain = new Command('explain').description('Explain why something happened, did not, or will.');
  return explain.addCommand(reminderCommand(host).copyInheritedSettings(explain));
}

function reminderCommand(host: Host): Command {
  return everyCommand('reminder', { json: 'print one JSON document' })
    .description('Explain why a reminder came, did not come, or will come and when, and show what proves it.')
    .requiredOption('--license <id>', 'its id, or its id in the former system')
    .requiredOption('--offset <days>', 'days before the expiry', offset)
    .option('--contact <contact>', 'id or e-mail address of one contact (default: everybody)')
    .option('--expires-on <date>', 'the expiry that is reminded of (default: the next one)', day)
    .action((options: ExplainOptions) =>
      reading(configurationOf(host, options), async (engine) => {
        const explanation = await explanationOf(engine, options);
        await (options.json ? writeDocument(host, explanation) : writeAnswer(host, ...explanationLines(explanation)));
      }),
    );
}

async function explanationOf(
  { context }: Engine,
  { license, offset, contact, expiresOn }: ExplainOptions,
): Promise<Explanation> {
  return context.get(ReminderExplanations).explain({
    license: await licenseNamed(license, context.get(Licenses), expiresOn),
    offset,
    ...(contact !== undefined && { contact }),
    ...(expiresOn && { expiresOn }),
  });
}

/** Licenses that followed one by renewal inherit its id in the former system: the one that ends then, else the last. */
async function licenseNamed(name: string, licenses: Licenses, expiresOn?: IsoDate): Promise<LicenseId> {
  if (await licenses.find(name)) return name as LicenseId;
  const called = await licenses.called(name);
  const meant = called.find((license) => license.expiresOn === expiresOn) ?? called.at(-1);
  if (meant) return meant.license as LicenseId;
  throw new BadUsage(`There is no license ${name}. Look its id up with renewals licenses.`);
}
