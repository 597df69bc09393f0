import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configuredPolicies } from '@renewals/engine';
import { packageRoot } from '@renewals/platform';

const vendors = configuredPolicies({}).all.flatMap(({ policy }) => [policy.id, policy.vendor.name.toLowerCase()]);

const written = ['apps', 'libs']
  .map((room) => join(packageRoot(), room))
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

it('is looked for in all the code', () => expect(written.length).toBeGreaterThan(300));

it('has no vendor’s name in it: what differs between vendors is policy', () => {
  const naming = written.filter((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return vendors.some((vendor) => text.includes(vendor));
  });
  expect(naming).toEqual([]);
});
