import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { BadConfiguration, configurationFrom } from '@renewals/platform';
import { Program } from './program';
import { fail, runProgram } from './run-program';

runProgram(async () => {
  const withSample = wantsSample();
  const program = new Program(configurationFrom(process.env), {
    say: (line) => process.stdout.write(`${line}\n`),
    fail,
  });
  await program.start(withSample);
  return () => program.stop();
});

function wantsSample(): boolean {
  try {
    return parseArgs({ options: { sample: { type: 'boolean', default: false } } }).values.sample;
  } catch {
    throw new BadConfiguration('That is no option of the server. Start it with: npm start, or npm start -- --sample.');
  }
}
