/** One property of a calendar, with its parameters as they are written: `DTSTART;VALUE=DATE`. */
export interface Property {
  readonly name: string;
  readonly parameters: readonly string[];
  /** As it is meant: without folds and escapes. */
  readonly value: string;
}

export type Component = readonly Property[];

const LONGEST_LINE = 75;

/**
 * Reads iCalendar (RFC 5545) as strictly as it is written there, and throws where it is not so: lines end in CRLF and
 * take 75 octets at most, nothing is left open, an entry has what it must have. Answers the calendar's own properties
 * and those of each entry.
 */
export function readCalendar(bytes: Buffer): { readonly calendar: Component; readonly entries: readonly Component[] } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends in half a CRLF: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > LONGEST_LINE) throw new Error(`A line is too long: ${line}`);
  }
  const lines = physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(propertyOf);
  const isMark = ({ name, value }: Property, mark: string, what: string) => name === mark && value === what;
  const [first, ...rest] = lines;
  const last = rest.pop();
  if (!first || !last || !isMark(first, 'BEGIN', 'VCALENDAR') || !isMark(last, 'END', 'VCALENDAR')) {
    throw new Error('It is not one whole calendar.');
  }
  const calendar: Property[] = [];
  const entries: Property[][] = [];
  let open: Property[] | undefined;
  for (const property of rest) {
    if (isMark(property, 'BEGIN', 'VEVENT') && !open) entries.push((open = []));
    else if (isMark(property, 'END', 'VEVENT') && open) open = undefined;
    else if (property.name === 'BEGIN' || property.name === 'END') throw new Error(`Out of place: ${property.value}`);
    else (open ?? calendar).push(property);
  }
  if (open) throw new Error('An entry does not end.');
  for (const name of ['VERSION', 'PRODID']) theOnly(calendar, name);
  for (const entry of entries) for (const name of ['UID', 'DTSTAMP', 'DTSTART']) theOnly(entry, name);
  return { calendar, entries };
}

/** Throws when there is none, or another one. */
export function theOnly(component: Component, name: string): Property {
  const [property, ...others] = component.filter((one) => one.name === name);
  if (!property || others.length > 0)
    throw new Error(`${name} is there ${property ? 'more than once' : 'not at all'}.`);
  return property;
}

function propertyOf(line: string): Property {
  const [, head = '', value = ''] = /^((?:[^:"]|"[^"]*")+):([\s\S]*)$/.exec(line) ?? [];
  if (!/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*$/.test(head)) throw new Error(`Not a property: ${line}`);
  const [name = '', ...parameters] = head.split(';');
  return { name, parameters, value: isText(name) ? unescaped(value) : value };
}

function isText(name: string): boolean {
  return ['SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME'].includes(name);
}

function unescaped(value: string): string {
  if (/(^|[^\\])(\\\\)*(\\[^\\;,nN]|[;,])/.test(value)) throw new Error(`Not escaped as it must be: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}
