import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { project, specPaths } from '../coverage/project';
import { temporaryDirectory } from '../support/temporary-directory';

const state = z.looseObject({
  status: z.string().optional(),
  stage: z.string().optional(),
  grant: z.looseObject({ kind: z.string() }).optional(),
  trialRequest: z.unknown().optional(),
});
const transition = z.object({ category: z.string(), from: state.optional(), event: z.string(), to: state });

/** An event that a command led to in a specification, and the states around it; `from` is none at the beginning. */
export type Transition = z.infer<typeof transition>;

/** Runs the specifications of the domain once more, in one process that records what the commands lead to. */
export function exercisedTransitions(): readonly Transition[] {
  const file = join(temporaryDirectory(), 'transitions');
  const { LONG: _short, APPROVE: _asIs, ...environment } = process.env;
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--runInBand', '--runTestsByPath', ...specifications()],
    { cwd: project, env: { ...environment, TRANSITIONS: file }, stdio: 'ignore' },
  );
  if (status !== 0) throw new Error('Specifications fail, so nothing can be drawn. Run `npx jest libs/licensing`.');
  if (!existsSync(file)) throw new Error('No specification recorded a transition: see shared/specification.spec.ts.');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => transition.parse(JSON.parse(line)));
}

function specifications(): readonly string[] {
  return specPaths().filter(
    (path) =>
      path.startsWith('libs/licensing/') && readFileSync(join(project, path), 'utf8').includes("/specification.spec'"),
  );
}
