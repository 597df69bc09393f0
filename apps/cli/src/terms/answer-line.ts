import { Refusal } from '@renewals/licensing';
import { errorDocument, type ErrorDocument } from './error-document';
import { termsDocument, type TermsDocument } from './terms-document';
import { termsRequest } from './terms-request';

/** The answer to one line of NDJSON: the terms, or why there are none. */
export function answerLine(line: string): TermsDocument | ErrorDocument {
  try {
    return termsDocument(termsRequest(jsonObject(line)));
  } catch (error) {
    return errorDocument(error);
  }
}

function jsonObject(line: string): Readonly<Record<string, unknown>> {
  const value = parsed(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(
    'INVALID_JSON',
    'The line is not a JSON object. Write each request on one line: {"anchor":"2028-02-29","period":"P1Y","count":5,"zone":"UTC"}.',
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
