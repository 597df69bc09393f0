import { isSame } from '../renewal';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, IsoDate, Money, OrganizationId, Subject } from '../shared/words';
import { daysBetween, type Term } from '../term';
import type { AlignmentLine, AlignmentProposed, Shortening } from './events';
import { costOfDays } from './cost-of-days';
import { refuseChoices, refuseUnlessDesk } from './rules';
import type { Alignment } from './state';

export interface TermToAlign {
  readonly subject: Subject;
  /** The last one on record. */
  readonly term: Term;
  /** Of the whole line for one period. */
  readonly price: Money;
  readonly organizationId: OrganizationId;
  /** Id of the policy of its order. */
  readonly policy: string;
  /** Support's choice, where the line is shortened and the choice is made already. */
  readonly shortening?: Shortening;
}

export interface ProposeAlignment {
  readonly alignmentId: string;
  readonly targetDate: IsoDate;
  readonly terms: readonly TermToAlign[];
  readonly proposedBy: Actor;
}

type ProposalRule = Rule<Alignment, ProposeAlignment, object>;

const isByTheDesk: ProposalRule = (_alignment, { proposedBy }) => refuseUnlessDesk(proposedBy);

const namesTermsOnce: ProposalRule = (_alignment, { terms }) => {
  if (terms.length === 0) return refused('INVALID_INPUT', 'Nothing is to be aligned. Name at least one license.');
  const twice = terms.find(({ subject }, index) => terms.findIndex((term) => isSame(term.subject, subject)) !== index);
  return (
    twice && refused('INVALID_INPUT', `The ${twice.subject.kind} ${twice.subject.id} is named twice. Name it once.`)
  );
};

const isOfOneOrganization: ProposalRule = (_alignment, { terms }) =>
  new Set(terms.map(({ organizationId }) => organizationId)).size > 1
    ? refused('INVALID_INPUT', 'These licenses are of several companies. Align those of one company at a time.')
    : undefined;

const isOfOneVendor: ProposalRule = (_alignment, { terms }) =>
  new Set(terms.map(({ policy }) => policy)).size > 1
    ? refused('INVALID_INPUT', 'These licenses are of several vendors. Align those of one vendor at a time.')
    : undefined;

const isInOneCurrency: ProposalRule = (_alignment, { terms }) =>
  new Set(terms.map(({ price }) => price.currency)).size > 1
    ? refused('INVALID_INPUT', 'These licenses are priced in several currencies. Align each currency by itself.')
    : undefined;

const isChosenBySupport: ProposalRule = (_alignment, command) =>
  refuseChoices(choicesOf(command), linesOf(command), command.proposedBy);

const rules = [isByTheDesk, namesTermsOnce, isOfOneOrganization, isOfOneVendor, isInOneCurrency, isChosenBySupport];

/** Shows what it means to move the terms to one date: days and amount of each line, and which would get shorter (R). */
export function proposeAlignment(alignment: Alignment, command: ProposeAlignment): AlignmentProposed[] {
  if (alignment.status !== 'none') return [];
  enforce(rules, alignment, command, {});
  const [first] = command.terms;
  if (!first) return [];
  const { alignmentId, targetDate, proposedBy } = command;
  const { organizationId, policy } = first;
  const data = { alignmentId, organizationId, policy, targetDate, lines: linesOf(command), proposedBy };
  return [{ type: 'AlignmentProposed', data }];
}

function linesOf({ terms, targetDate }: ProposeAlignment): readonly AlignmentLine[] {
  return terms.map(({ subject, term, price, shortening }) => {
    const { expiresOn: currentExpiresOn, zone } = term;
    const days = daysBetween(currentExpiresOn, targetDate);
    const amount = costOfDays(price, days, term);
    return { subject, currentExpiresOn, zone, days, amount, shortens: days < 0, ...(shortening && { shortening }) };
  });
}

function choicesOf({ terms }: ProposeAlignment) {
  return terms.flatMap(({ subject, shortening }) => (shortening ? [{ subject, shortening }] : []));
}
