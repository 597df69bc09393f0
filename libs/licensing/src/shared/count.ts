import { refused, type Refused } from './rule';

/** A number of things that one can have: a whole number from 1 on. */
export function refuseUnlessCount(name: string, value: number): Refused | undefined {
  return Number.isSafeInteger(value) && value >= 1
    ? undefined
    : refused('INVALID_COUNT', `The ${name} is ${value}. Give a whole number of at least 1.`);
}
