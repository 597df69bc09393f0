import 'reflect-metadata';
import { openEngine, Worker } from '@renewals/engine';
import { BadConfiguration, configurationFrom } from '@renewals/platform';
import { runProgram } from '../../api/src/run-program';

/** The engine without HTTP: projections, deadlines and mail, for an installation whose API runs elsewhere. */
runProgram(async () => {
  const engine = await openEngine(configurationFrom(process.env));
  const { identity, configuration } = engine.infrastructure;
  if (identity.virtual) {
    await engine.close();
    throw new BadConfiguration(
      `${configuration.DATA_DIR} is virtual and never lives by the clock. Use: renewals simulate.`,
    );
  }
  engine.context.get(Worker).live();
  process.stdout.write(`Working on ${configuration.DATA_DIR}.\n`);
  return () => engine.close();
});
