import { isSame } from '../renewal';
import { subjectKey } from '../renewable';
import { isStaff } from '../shared/actors';
import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, IsoDate } from '../shared/words';
import { localDate } from '../term';
import type { AlignmentApproved, AlignmentProposed, ShorteningChoice } from './events';
import { isNotWithdrawn, isProposed, refuseChoices } from './rules';
import type { Alignment } from './state';

export interface ApproveAlignment {
  readonly approvedBy: Actor;
  /** Support's, for lines that are shortened; it replaces what the proposal says. */
  readonly choices: readonly ShorteningChoice[];
}

export interface AmongExpiries extends AtTime {
  /** By `subjectKey`, the expiry that each line has now. */
  readonly expiries: ReadonlyMap<string, IsoDate>;
}

type ApprovalRule = Rule<Alignment, ApproveAlignment, AmongExpiries>;

const isApprovedByAPerson: ApprovalRule = (_alignment, { approvedBy }) =>
  isStaff(approvedBy) || approvedBy.type === 'customer'
    ? undefined
    : refused('NOT_ALLOWED', 'An alignment is approved by the customer or the vendor. Ask a contact of the orders.');

const isChosenBySupport: ApprovalRule = (alignment, { choices, approvedBy }) =>
  alignment.status === 'proposed' ? refuseChoices(choices, alignment.proposal.lines, approvedBy) : undefined;

const isChosenForEachShortening: ApprovalRule = (alignment, { choices }) => {
  if (alignment.status !== 'proposed') return undefined;
  const { proposal } = alignment;
  const open = proposal.lines.find((line) => line.shortens && !choiceOf(proposal, choices, line));
  return (
    open &&
    refused(
      'NOT_ALLOWED',
      `The ${open.subject.kind} ${open.subject.id} would lose ${-open.days} days. Ask support to choose credit or forfeit for it, or propose a later date.`,
    )
  );
};

/** Who approves agrees to the days and amounts that were shown. */
const isStillAsShown: ApprovalRule = (alignment, _command, { expiries, now }) => {
  if (alignment.status !== 'proposed') return undefined;
  const { lines, targetDate } = alignment.proposal;
  const changed = lines.find(
    ({ subject, currentExpiresOn, zone }) =>
      expiries.get(subjectKey(subject)) !== currentExpiresOn || targetDate <= localDate(now, zone),
  );
  return (
    changed &&
    refused(
      'PREVIEW_STALE',
      `The ${changed.subject.kind} ${changed.subject.id} is no longer as the proposal shows it. Propose the alignment again.`,
    )
  );
};

const rules: readonly ApprovalRule[] = [
  isProposed,
  isNotWithdrawn,
  isApprovedByAPerson,
  isChosenBySupport,
  isChosenForEachShortening,
  isStillAsShown,
];

/** Agrees to what was shown. It is applied by itself from then on. */
export function approveAlignment(
  alignment: Alignment,
  command: ApproveAlignment,
  decision: AmongExpiries,
): AlignmentApproved[] {
  enforce(rules, alignment, command, decision);
  if (alignment.status !== 'proposed') return [];
  const { proposal } = alignment;
  const choices = proposal.lines.flatMap((line) => choiceOf(proposal, command.choices, line) ?? []);
  return [{ type: 'AlignmentApproved', data: { approvedBy: command.approvedBy, choices } }];
}

function choiceOf(
  { lines }: AlignmentProposed['data'],
  choices: readonly ShorteningChoice[],
  { subject }: Pick<ShorteningChoice, 'subject'>,
): ShorteningChoice | undefined {
  const made = choices.find((choice) => isSame(choice.subject, subject));
  const shown = lines.find((line) => isSame(line.subject, subject))?.shortening;
  return made ?? (shown && { subject, shortening: shown });
}
