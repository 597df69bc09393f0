import type { RecordedCall } from './recording';

/** What came of a recorded call that was made again. */
export type Played =
  | { readonly call: RecordedCall; readonly returned: unknown }
  | { readonly call: RecordedCall; readonly threw: unknown }
  | { readonly call: RecordedCall; readonly emitted: readonly Record<string, unknown>[] };
