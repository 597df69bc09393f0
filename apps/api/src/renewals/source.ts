import type { RenewalSource } from '@renewals/licensing';
import type { Caller } from '../identity/caller';

/** Who asks decides which rules of the channel hold. */
export function sourceFor({ role }: Caller, lines: number): RenewalSource {
  if (role !== 'customer') return 'sales';
  return lines > 1 ? 'batch' : 'single';
}
