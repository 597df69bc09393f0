import 'reflect-metadata';
import { measurements } from './figures';
import { base } from './figures/base';
import { Workspace } from './workspace';

/** Measures the figures that it is named, and sends them to the process that forked it. */
async function one(name: string, path: string): Promise<void> {
  const measure = name === 'base' ? base : measurements[name];
  if (!measure) throw new Error(`There is no measurement ${name}.`);
  const figures = await measure(new Workspace(path));
  process.send?.(figures);
}

const [, , name = '', path = ''] = process.argv;
one(name, path)
  .then(() => process.disconnect?.())
  .catch((error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  });
