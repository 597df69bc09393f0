import { isSame } from '../renewal';
import { isStaff } from '../shared/actors';
import { refused, type Refused } from '../shared/rule';
import type { Actor } from '../shared/words';
import type { AlignmentLine, ShorteningChoice } from './events';
import type { Alignment } from './state';

export const isProposed = (alignment: Alignment): Refused | undefined =>
  alignment.status === 'none'
    ? refused('NOT_FOUND', 'There is no such alignment. Propose one: support does, for several licenses at once.')
    : undefined;

export const isNotWithdrawn = (alignment: Alignment): Refused | undefined =>
  alignment.status === 'withdrawn'
    ? refused('NOT_ALLOWED', 'This alignment was withdrawn. Propose a new one.')
    : undefined;

export function refuseUnlessDesk(actor: Actor): Refused | undefined {
  return isStaff(actor)
    ? undefined
    : refused('NOT_ALLOWED', 'Support aligns the dates of several licenses. Write to support, and name the licenses.');
}

/** Days that were paid for are given up by nobody but support, line by line. */
export function refuseChoices(
  choices: readonly ShorteningChoice[],
  lines: readonly AlignmentLine[],
  by: Actor,
): Refused | undefined {
  if (choices.length === 0) return undefined;
  if (by.type !== 'support') {
    return refused('NOT_ALLOWED', 'Only support chooses what becomes of days that are cut off. Ask support to choose.');
  }
  const needless = choices.find(({ subject }) => !lines.some((line) => line.shortens && isSame(line.subject, subject)));
  return (
    needless &&
    refused(
      'INVALID_INPUT',
      `The ${needless.subject.kind} ${needless.subject.id} is not shortened by this alignment. Choose for those that are.`,
    )
  );
}
