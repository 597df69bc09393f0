import { basename } from 'node:path';
import { ReminderForecast } from '@renewals/automations';
import { Policies } from '@renewals/commands';
import { type Engine, loadPolicy } from '@renewals/engine';
import { type IsoDate, localDate, type Policy, zone } from '@renewals/licensing';
import type { Command } from 'commander';
import { day } from '../command/arguments';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading } from '../engine/open';
import type { Host } from '../host/host';
import { writeAnswer, writeDocuments } from '../host/write';
import { type Forecast, forecastLines } from './forecast-lines';
import { ForecastTable } from './forecast-table';

interface ForecastOptions extends CommonOptions {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly policy?: string;
}

/** `renewals forecast`: what would be mailed if nobody acts. */
export function forecastCommand(host: Host): Command {
  return everyCommand('forecast', { json: 'print one JSON document a reminder and contact, one a line' })
    .description('Show which reminders would go out to whom if nobody acts, and what another policy would change.')
    .requiredOption('--from <date>', 'the first day, in the zone of each term', day)
    .requiredOption('--to <date>', 'the last day', day)
    .option('--policy <file>', 'as if every order of this vendor were under this policy file: <id>.yaml')
    .action((options: ForecastOptions) =>
      reading(configurationOf(host, options), async (engine) => {
        const forecast = forecastOf(engine, options);
        if (options.json) return writeDocuments(host, forecast);
        const table = new ForecastTable(options);
        for await (const line of forecast) table.add(line);
        return writeAnswer(host, ...table.printed());
      }),
    );
}

function forecastOf({ context, infrastructure }: Engine, options: ForecastOptions): AsyncGenerator<Forecast> {
  const { from, to } = options;
  if (from > to) throw new BadUsage(`--from ${from} lies after --to ${to}.`);
  const today = localDate(infrastructure.clock.now(), zone('UTC'));
  if (from < today) {
    throw new BadUsage(`It is ${today}: --from ${from} lies before it. What was decided then: renewals reminders.`);
  }
  const changed = options.policy === undefined ? undefined : changedPolicy(options.policy, context.get(Policies));
  return forecastLines(context.get(ReminderForecast), { from, to }, changed);
}

function changedPolicy(file: string, policies: Policies): Policy {
  const { policy } = loadPolicy(file);
  if (policies.all.has(policy.id)) return policy;
  const known = [...policies.all.keys()].map((id) => `${id}.yaml`).join(', ');
  throw new BadUsage(
    `${basename(file)} is no policy of this engine. Name the file as the one that it changes: ${known}.`,
  );
}
