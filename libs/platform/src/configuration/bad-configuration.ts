import type { z } from 'zod';

/** Something that is configured cannot be used. The message names each place and what is allowed there. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** Each fault with the path to it. */
export function faultsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
}
