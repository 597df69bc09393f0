import { join } from 'node:path';
import { channels, isoDate } from '@renewals/licensing';
import { packageRoot, yamlFile } from '@renewals/platform';
import { z } from 'zod';
import { deeds, people } from './stories';

const step = z.strictObject({
  daysBefore: z.number().int(),
  by: z.enum(people),
  does: z.enum(deeds),
  units: z.number().int().min(1).optional(),
});

/** One license beside the turns, to the customer and on the day that it names. */
const extra = z.strictObject({
  customer: z.string().min(1),
  boughtOn: z.string().transform(isoDate),
  product: z.string().min(1),
  unitPrice: z.number().int().min(1),
  quota: z.number().int().min(1),
  kind: z.enum(['annual', 'perpetual', 'trial']),
  delivery: z.enum(['classic', 'cloud', 'trackable']),
  hosting: z.enum(['vendor', 'self']).default('vendor'),
  /** Of a perpetual license: for one unit and year. */
  maintenancePrice: z.number().int().min(1).optional(),
  story: z.array(step).default([]),
});

const vendor = z.strictObject({
  policy: z.string().min(1),
  acts: z.enum(['customers', 'sales']),
  channels: z.array(z.enum(channels)).min(1),
  products: z.array(z.strictObject({ name: z.string().min(1), unitPrice: z.number().int().min(1) })).min(1),
  extras: z.array(extra).default([]),
});

const sample = z.strictObject({ vendors: z.tuple([vendor], vendor) });

/** Who sells in the sample: a policy, and what it sells through which channels. */
export type SampleVendor = z.infer<typeof vendor>;

export type ExtraLicense = z.infer<typeof extra>;

/** Of `config/sample.yaml`. Throws `BadConfiguration`. */
export function sampleVendors(): readonly [SampleVendor, ...SampleVendor[]] {
  return yamlFile('The sample', join(packageRoot(), 'config', 'sample.yaml'), sample).vendors;
}
