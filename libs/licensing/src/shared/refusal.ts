/** The closed list of refusals. Each is said to a person with the way out; programs act on the code. */
export const refusalCodes = [
  'CONTACT_NOT_LINKED_TO_ORGANIZATION',
  'NOT_AN_ORDER_CONTACT',
  'NOT_PRIMARY_CONTACT',
  'EMAIL_CHANGE_NOT_ALLOWED',
  'LICENSE_NOT_ACTIVATED',
  'LICENSE_ALREADY_ACTIVATED',
  'LICENSE_TERMINATED',
  'NOT_A_TRIAL',
  'TRIAL_EXTENSION_LIMIT',
  'TRIAL_EXTENSION_TOO_EARLY',
  'TRIAL_ALREADY_REQUESTED',
  'CURRENT_EXPIRY_MISMATCH',
  'RENEWAL_ALREADY_OPEN',
  'LICENSE_EXPIRED_CONTACT_SUPPORT',
  'TERM_OVERLAP',
  'KEY_GENERATION_TOO_EARLY',
  'COMMITMENT_REQUIRED',
  'INVOICE_REQUIRED',
  'AMOUNT_EXCEEDS_INVOICE',
  'MIXED_PURCHASE_ORDERS',
  'CANCELLATION_CUTOFF_PASSED',
  'RENEWAL_CHANNEL_NOT_ALLOWED',
  'RENEWAL_NOT_APPROVED',
  'RENEWAL_ENDED',
  'QUOTE_EXPIRED',
  'PREVIEW_STALE',
  'INVITATION_EXPIRED',
  'PASSWORD_LINK_EXPIRED',
  'QUOTA_CHANNEL_NOT_ALLOWED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'INVALID_DATE',
  'INVALID_ZONE',
  'INVALID_PERIOD',
  'INVALID_COUNT',
  'INVALID_JSON',
  'INVALID_INPUT',
  'REVISION_CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A command was refused: nothing was decided and nothing is written. The message says what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
