import { Refusal, type RefusalCode } from './refusal';

/** Answers `undefined` when the rule allows it, else why not, in a sentence that tells the person what to do. */
export interface Rule<State, Command, Decision> {
  (state: State, command: Command, decision: Decision): Refused | undefined;
}

export interface Refused {
  readonly code: RefusalCode;
  readonly message: string;
}

export function refused(code: RefusalCode, message: string): Refused {
  return { code, message };
}

/** The first rule that refuses, in the order of the list. */
export function firstRefusal<State, Command, Decision>(
  rules: readonly Rule<State, Command, Decision>[],
  state: State,
  command: Command,
  decision: Decision,
): Refused | undefined {
  for (const rule of rules) {
    const refusal = rule(state, command, decision);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Throws the first refusal. */
export function enforce<State, Command, Decision>(
  rules: readonly Rule<State, Command, Decision>[],
  state: State,
  command: Command,
  decision: Decision,
): void {
  const refusal = firstRefusal(rules, state, command, decision);
  if (refusal) throw new Refusal(refusal.code, refusal.message);
}
