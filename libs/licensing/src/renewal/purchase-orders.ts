import type { CommitmentReceived } from './events';
import { isSame, type Line, type RunningRenewal } from './state';

/** The purchase orders on record, each with the lines that it is for. */
export function purchaseOrdersOf({
  commitments,
  lines,
}: Pick<RunningRenewal, 'commitments' | 'lines'>): ReadonlyMap<string, readonly Line[]> {
  return new Map(
    commitments
      .filter(({ kind }) => kind === 'purchase-order')
      .map((commitment) => [commitment.reference, lines.filter((line) => isFor(commitment, line))]),
  );
}

/** Lines to whose renewal the customer has not committed. */
export function uncommittedLines({ commitments, lines }: RunningRenewal): readonly Line[] {
  return lines.filter((line) => !commitments.some((commitment) => isFor(commitment, line)));
}

function isFor({ subjects }: CommitmentReceived['data'], { subject }: Line): boolean {
  return !subjects || subjects.some((each) => isSame(each, subject));
}
