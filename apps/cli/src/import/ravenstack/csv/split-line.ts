import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';

/** A line that is no record. `field` is where the trouble starts, from 0, when that is known. */
export class BrokenLine {
  constructor(
    readonly reason: string,
    readonly field?: number,
  ) {}
}

/** The fields of one record in one line (RFC 4180), given without its line end. */
export function splitLine(line: Buffer): string[] | BrokenLine {
  if (!isUtf8(line))
    return new BrokenLine('is not valid UTF-8: save the file as UTF-8.', firstFieldThatIsNotUtf8(line));
  return splitText(line.toString('utf8'));
}

function splitText(text: string): string[] | BrokenLine {
  // Nearly every line of an export: without a quote, RFC 4180 is the commas, and twenty times as fast.
  if (!text.includes('"')) return text.split(',');
  try {
    const [fields] = parse(text, { record_delimiter: '\n' });
    return fields ?? [''];
  } catch (error) {
    if (error instanceof CsvError) return new BrokenLine(reasonOf(error), fieldOf(error));
    throw error;
  }
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'has an unclosed quote: close it in the same line, a field has no line breaks.';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'has text after its closing quote: double every quote inside a quoted field.';
    case 'INVALID_OPENING_QUOTE':
      return 'has a quote inside: put the whole field in quotes and double the quote.';
    default:
      return `is not CSV: ${error.message}.`;
  }
}

function fieldOf(error: CsvError): number | undefined {
  const { column } = error as CsvError & { column?: unknown };
  return typeof column === 'number' ? column : undefined;
}

/** One character a byte keeps commas and quotes where they are, whatever the other bytes mean. */
function firstFieldThatIsNotUtf8(line: Buffer): number | undefined {
  const fields = splitText(line.toString('latin1'));
  if (fields instanceof BrokenLine) return undefined;
  return fields.findIndex((field) => !isUtf8(Buffer.from(field, 'latin1')));
}
