import { Refusal, type RefusalCode } from '@renewals/licensing';

export interface ErrorDocument {
  readonly error: { readonly code: RefusalCode; readonly message: string };
}

/** Anything but a refusal is a fault, and thrown on. */
export function errorDocument(error: unknown): ErrorDocument {
  if (!(error instanceof Refusal)) throw error;
  return { error: { code: error.code, message: error.message } };
}
