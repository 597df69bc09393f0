import { Refusal } from '@renewals/licensing';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The example with what is given laid over it, as RFC 7396 has it: `null` leaves something out. A list takes the place
 * of the example's, and what its items leave unsaid they say as the first one there. Throws `INVALID_INPUT`, naming the
 * place.
 */
export function laidOver(example: Variables, given: unknown): Variables {
  return object(example, given, '');
}

function value(example: unknown, given: unknown, place: string): unknown {
  if (Array.isArray(example)) return list(example, given, place);
  if (typeof example === 'object') return object(example as Variables, given, place);
  if (typeof given === typeof example) return given;
  throw refused(`${place} is a ${typeof example}, such as ${JSON.stringify(example)}.`);
}

function list([example]: readonly unknown[], given: unknown, place: string): unknown[] {
  if (!Array.isArray(given)) throw refused(`${place} is a list, such as ${JSON.stringify([example])}.`);
  return given.map((item, index) => value(example, item, `${place}[${index}]`));
}

function object(example: Variables, given: unknown, place: string): Variables {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw refused(`${place || 'What is given'} is an object with ${named(example)}.`);
  }
  const changed = Object.entries(given).map(([name, one]) => {
    const here = place ? `${place}.${name}` : name;
    if (!(name in example)) throw refused(`There is no ${here}. There are ${named(example)}.`);
    return [name, one === null ? undefined : value(example[name], one, here)] as const;
  });
  const all = { ...example, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

function named(example: Variables): string {
  return Object.keys(example).join(', ');
}

function refused(sentence: string): Refusal {
  return new Refusal('INVALID_INPUT', sentence);
}
