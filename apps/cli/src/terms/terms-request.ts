import {
  isoDate,
  period,
  Refusal,
  type RefusalCode,
  zone,
  type IsoDate,
  type Period,
  type Zone,
} from '@renewals/licensing';

const firstAnchor = '1990-01-01';
const lastAnchor = '2100-12-31';
const mostTerms = 1000;

export interface TermsRequest {
  /** 1990-01-01 to 2100-12-31. */
  readonly anchor: IsoDate;
  readonly period: Period;
  /** 1 to 1000. */
  readonly count: number;
  readonly zone: Zone;
}

/**
 * Throws the refusal of the first bad field, in the order above: `INVALID_DATE`, `INVALID_PERIOD`, `INVALID_COUNT` or
 * `INVALID_ZONE`. Further fields are the sender's own and are ignored.
 */
export function termsRequest(fields: Readonly<Record<string, unknown>>): TermsRequest {
  return {
    anchor: anchorDate(text(fields, 'anchor', 'INVALID_DATE')),
    period: period(text(fields, 'period', 'INVALID_PERIOD')),
    count: termCount(fields['count']),
    zone: zone(text(fields, 'zone', 'INVALID_ZONE')),
  };
}

function text(fields: Readonly<Record<string, unknown>>, name: string, code: RefusalCode): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Refusal(code, `The ${name} is ${value === undefined ? 'missing' : 'no text'}: give ${examples[name]}.`);
}

const examples: Readonly<Record<string, string>> = {
  anchor: 'the day the first term starts, such as "2028-02-29"',
  period: 'the length of a term, such as "P1Y"',
  zone: 'an IANA time zone, such as "Europe/Berlin"',
};

function anchorDate(written: string): IsoDate {
  const anchor = isoDate(written);
  if (anchor >= firstAnchor && anchor <= lastAnchor) return anchor;
  throw new Refusal(
    'INVALID_DATE',
    `The anchor ${anchor} is outside ${firstAnchor} to ${lastAnchor}. Give a date between.`,
  );
}

function termCount(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostTerms) return value;
  throw new Refusal(
    'INVALID_COUNT',
    `The count must be a whole number from 1 to ${mostTerms}: how many terms to show.`,
  );
}
