import { type RefusalCode, refusalCodes } from '@renewals/licensing';

/** What goes wrong at the edge, beside the refusals of the domain. */
const edgeCodes = [
  'UNAUTHENTICATED',
  'NOT_ACCEPTED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'UNREADABLE_HISTORY',
  'VIEW_BEHIND',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type ProblemCode = RefusalCode | (typeof edgeCodes)[number];

/** The closed list. */
export const problemCodes: readonly ProblemCode[] = [...refusalCodes, ...edgeCodes];

const statuses: Readonly<Partial<Record<ProblemCode, number>>> = {
  INVALID_JSON: 400,
  INVALID_INPUT: 400,
  NOT_ACCEPTED: 400,
  UNAUTHENTICATED: 401,
  NOT_ALLOWED: 403,
  NOT_AN_ORDER_CONTACT: 403,
  NOT_PRIMARY_CONTACT: 403,
  EMAIL_CHANGE_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  REVISION_CONFLICT: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_DATE: 422,
  INVALID_ZONE: 422,
  INVALID_PERIOD: 422,
  INVALID_COUNT: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  INTERNAL: 500,
  VIEW_BEHIND: 503,
  UNAVAILABLE: 503,
};

/** Anything else is a conflict with how things stand. */
export function statusOf(code: ProblemCode): number {
  return statuses[code] ?? 409;
}

/** `CURRENT_EXPIRY_MISMATCH` → `Current expiry mismatch`. */
export function titleOf(code: ProblemCode): string {
  return code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
}

/** The page that explains a code. */
export function pageOf(code: ProblemCode): string {
  return `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
}
