import { type TermsDocument } from './terms-document';

export function termsTable({ anchor, period, zone, terms }: TermsDocument): string {
  const rows = [
    ['term', 'starts on', 'expires on', 'ends at'],
    ...terms.map((term) => [String(term.n), term.startsOn, term.expiresOn, term.endsAt]),
  ];
  const lines = rows.map(([n = '', ...columns]) =>
    [n.padStart(4), ...columns.map((text) => text.padEnd(10))].join('  ').trimEnd(),
  );
  return [
    `Terms of ${period} from ${anchor} in ${zone}; each is valid through the day it expires on.`,
    '',
    ...lines,
    '',
  ].join('\n');
}
