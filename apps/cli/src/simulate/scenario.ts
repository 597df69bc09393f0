import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BadConfiguration, packageRoot, yamlFile } from '@renewals/platform';
import { z } from 'zod';

const days = z
  .tuple([z.number().int().min(0), z.number().int().min(0)])
  .refine(([least, most]) => least <= most, 'must be [least, most]');

const step = z
  .strictObject({
    do: z.enum([
      'request',
      'quote',
      'accept-quote',
      'approve',
      'commit',
      'invoice',
      'authorize-late',
      'cancel-recurring',
      'leave',
    ]),
    by: z.enum(['customer', 'sales', 'support']),
    daysBefore: days.optional(),
    daysAfter: days.optional(),
    later: days.optional(),
  })
  .refine(
    ({ daysBefore, daysAfter, later }) => [daysBefore, daysAfter, later].filter(Boolean).length === 1,
    'must have exactly one of daysBefore, daysAfter and later',
  );

const scenario = z.strictObject({
  paths: z.record(z.string(), z.strictObject({ share: z.number().min(0), steps: z.array(step) })),
});

export type Step = z.infer<typeof step>;
export type Scenario = z.infer<typeof scenario>;

/** `none`: nobody acts. Else a file, or the name of one in `config/scenarios`. Throws `BadConfiguration`. */
export function loadScenario(name: string): Scenario {
  if (name === 'none') return { paths: {} };
  const shipped = join(packageRoot(), 'config', 'scenarios', `${name}.yaml`);
  const file = existsSync(name) ? name : shipped;
  if (!existsSync(file)) {
    throw new BadConfiguration(`There is no scenario ${name}: give a file, a name from config/scenarios, or none.`);
  }
  return yamlFile(`The scenario ${name}`, file, scenario);
}
