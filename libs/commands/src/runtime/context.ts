import type { Actor } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/** Where a command comes from. Its id decides the ids of its events, so the same command can never happen twice. */
export interface CommandContext {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** Digest of what was asked, hex: the same command id asking for something else is refused. */
  readonly request?: string;
  /** When it was true, where that is not now. Milliseconds since the epoch. */
  readonly occurredAt?: number;
  /** The revision that a client has seen; anything else is refused with `StaleRevision`. */
  readonly ifMatch?: number;
}

/** The context of one step of a command that touches several streams: each step is a command of its own. */
export function step(context: CommandContext, ...purpose: readonly (string | number)[]): CommandContext {
  const { ifMatch: _onlyForTheFirst, ...rest } = context;
  return { ...rest, commandId: derivedId(context.commandId, ...purpose), causationId: context.commandId };
}
