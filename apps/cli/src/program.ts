import 'reflect-metadata';
import { Command } from 'commander';
import { outcomeOf } from './command/outcome-of';
import { version } from './command/version';
import { exitCodes } from './exit-codes';
import { forecastCommand } from './forecast/forecast.command';
import { goLiveCommand } from './go-live/go-live.command';
import type { Host } from './host/host';
import { writeAside } from './host/write';
import { importCommand } from './import/import.command';
import { exampleCommand } from './import/ravenstack/example/example.command';
import { digestCommand } from './integrity/digest.command';
import { verifyCommand } from './integrity/verify.command';
import { licensesCommand } from './licenses/licenses.command';
import { mailCommand } from './mail/mail.command';
import { parkedCommand } from './parked/parked.command';
import { replayCommand } from './parked/replay.command';
import { moveOrderCommand } from './policies/move-order.command';
import { policiesCommand } from './policies/policies.command';
import { rebuildCommand } from './rebuild/rebuild.command';
import { explainCommand } from './reminders/explain.command';
import { remindersCommand } from './reminders/reminders.command';
import { simulateCommand } from './simulate/simulate.command';
import { termsCommand } from './terms/terms.command';
import { tokenCommand } from './token/token.command';

const commands = [
  importCommand,
  simulateCommand,
  goLiveCommand,
  licensesCommand,
  remindersCommand,
  explainCommand,
  forecastCommand,
  mailCommand,
  policiesCommand,
  moveOrderCommand,
  tokenCommand,
  parkedCommand,
  replayCommand,
  rebuildCommand,
  verifyCommand,
  digestCommand,
  termsCommand,
  exampleCommand,
];

/** Runs one command line (without node and script). How it went is in the host's exit code; it never throws. */
export async function run(words: readonly string[], host: Host): Promise<void> {
  host.exitCode = exitCodes.done;
  try {
    await program(host).parseAsync(words, { from: 'user' });
  } catch (error) {
    const { exitCode, sentence } = outcomeOf(error);
    host.exitCode = exitCode;
    if (sentence !== undefined) await writeAside(host, sentence);
    const { stack } = error as Partial<Error>;
    if (host.env['LOG_LEVEL'] === 'debug' && stack !== undefined) await writeAside(host, stack);
  }
}

function program(host: Host): Command {
  const renewals = new Command('renewals')
    .description('The renewal engine: no renewal missed, none doubled, every step provable.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('Every command explains itself with --help.')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    });
  for (const command of commands) renewals.addCommand(inheriting(renewals, command(host)));
  return renewals;
}

/** A command that is added inherits nothing by itself. */
function inheriting(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheriting(command, child);
  return command;
}
