// Runs every check and prints one closing line over all of them: `N passed, N failed, N skipped`.
// `short` is what everybody runs before a commit; `long` repeats the properties, crashes and fuzz with big seeds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const checks = [
  ['build', ['npm', 'run', '--silent', 'build']],
  ['format', ['npm', 'run', '--silent', 'check:format']],
  ['lint', ['npm', 'run', '--silent', 'check:lint']],
  ['walls', ['npm', 'run', '--silent', 'check:walls']],
  ['types', ['npm', 'run', '--silent', 'check:types']],
];
const tally = { passed: 0, failed: 0, skipped: 0 };

const [mode = 'short', ...jestArguments] = process.argv.slice(2);
if (mode === 'short') for (const [name, command] of checks) check(name, command);
jest(mode === 'long' ? { ...process.env, LONG: '1' } : process.env);
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 ? 1 : 0;

function check(name, [command, ...args]) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}`);
  tally[status === 0 ? 'passed' : 'failed'] += 1;
}

function jest(env) {
  const folder = mkdtempSync(join(tmpdir(), 'renewals-jest-'));
  const results = join(folder, 'results.json');
  const { status } = spawnSync('npx', ['jest', '--json', `--outputFile=${results}`, ...jestArguments], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    tally.passed += numPassedTests;
    tally.failed += numFailedTests + numRuntimeErrorTestSuites;
    tally.skipped += numPendingTests + numTodoTests;
  } catch {
    tally.failed += 1;
  }
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  rmSync(folder, { recursive: true });
}
