import {
  addDays,
  applyAlignment,
  type AppliedLine,
  approveAlignment,
  isTermOver,
  localDate,
  proposeAlignment,
  Refusal,
  type Shortening,
  subjectKey,
  type TermToAlign,
  withdrawAlignment,
  zone,
} from '@renewals/licensing';
import type { Acts } from '../../lives';
import type { AlignmentInMemory, AnySubject, Desk } from '../desk';
import { pricedOf } from '../request';
import { byItself, bySupport } from '../sold';
import { aSubject, recent } from './choosing';

/** To a date from tomorrow on; days that are cut off are credited or forfeited in turn. */
function propose(desk: Desk, subjects: readonly AnySubject[], which: number): void {
  const targetDate = addDays(localDate(desk.now, zone('UTC')), 30 + which * 61);
  const shortening: Shortening = which % 2 === 0 ? 'credit' : 'forfeit';
  const alignmentId = `alignment ${desk.alignments.length}`;
  const terms = subjects.flatMap((each): TermToAlign[] => {
    const { subject } = each;
    const term = each.renewable()?.term;
    if (!term || isTermOver(term, desk.now)) return [];
    const price = pricedOf(desk, subject).amount;
    const shortens = targetDate < term.expiresOn && { shortening };
    return [
      { subject, term, price, organizationId: 'acme' as TermToAlign['organizationId'], policy: 'lenient', ...shortens },
    ];
  });
  const proposal = { alignmentId, targetDate, terms, proposedBy: bySupport };
  desk.newAlignment().decide(desk.now, (state) => proposeAlignment(state, proposal));
}

function approve(desk: Desk, alignment: AlignmentInMemory): void {
  const expiries = new Map(
    desk.subjects.flatMap((each) => {
      const term = each.renewable()?.term;
      return term ? [[subjectKey(each.subject), term.expiresOn]] : [];
    }),
  );
  alignment.decide(desk.now, (state) =>
    approveAlignment(state, { approvedBy: bySupport, choices: [] }, { now: desk.now, expiries }),
  );
}

function apply(desk: Desk, alignment: AlignmentInMemory): void {
  const { state } = alignment;
  if (state.status !== 'approved') return;
  const { alignmentId, targetDate } = state.proposal;
  const lines = state.proposal.lines.map(({ subject, currentExpiresOn }): AppliedLine => {
    const moved = desk.subject(subject).align(desk.now, { alignmentId, currentExpiresOn, targetDate });
    if (!(moved instanceof Refusal)) return { subject, outcome: 'aligned' };
    return { subject, outcome: 'failed', code: moved.code, message: moved.message };
  });
  alignment.decide(desk.now, (approved) => applyAlignment(approved, { lines, by: byItself }));
}

export const aligning: Acts<Desk> = {
  propose: (desk, which) => propose(desk, [aSubject(desk, which)], which),
  proposeAll: (desk, which) => propose(desk, desk.subjects, which),
  approveAlignments: (desk) => desk.alignments.forEach((alignment) => approve(desk, alignment)),
  applyAlignments: (desk) => desk.alignments.forEach((alignment) => apply(desk, alignment)),
  withdrawAlignment: (desk, which) => {
    recent(desk.alignments, which)?.decide(desk.now, (state) => withdrawAlignment(state, { by: bySupport }));
  },
};
