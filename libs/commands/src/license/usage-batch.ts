import {
  type Instant,
  type License,
  type LicenseId,
  licenseStream,
  type OfOrder,
  recordUsage,
  type RefusalCode,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { EachOutcome } from '../runtime/attempt';
import type { CommandContext } from '../runtime/context';
import type { Streams } from '../runtime/streams';

export interface UsageReport {
  /** Given by whoever counts. The first report under an id counts, and no other. */
  readonly reportId: string;
  /** Whole units, at least 1. */
  readonly quantity: number;
  readonly usedAt: Instant;
}

/** `known`: it was counted before. */
export type ReportAnswer =
  | { readonly reportId: string; readonly result: 'recorded' | 'known' }
  | { readonly reportId: string; readonly result: 'refused'; readonly code: RefusalCode; readonly message: string };

/** So that one append stays well below what every store takes at once. */
const REPORTS_AT_ONCE = 250;

/** Counts each report that is not counted yet; an answer for each, in their order. */
export async function countReports(
  streams: Streams,
  licenseId: LicenseId,
  reports: readonly UsageReport[],
  decision: OfOrder,
  context: CommandContext,
): Promise<readonly ReportAnswer[]> {
  const answers: ReportAnswer[] = [];
  for (let first = 0; first < reports.length; first += REPORTS_AT_ONCE) {
    const some = reports.slice(first, first + REPORTS_AT_ONCE);
    const asked = some.map((report) => ({
      context: contextOfReport(licenseId, report, context),
      decide: (license: License) => recordUsage(license, report, decision),
    }));
    const outcomes = await streams.decideEach(licenseStream, licenseId, asked);
    some.forEach((report, index) => answers.push(answerTo(report, outcomes[index] as EachOutcome)));
  }
  return answers;
}

/** The same report is the same command, in whatever batch it comes: nobody has to remember every report. */
function contextOfReport(
  licenseId: LicenseId,
  { reportId, usedAt }: UsageReport,
  { ifMatch: _revisionSeen, request: _wholeBatch, ...context }: CommandContext,
): CommandContext {
  const commandId = derivedId('usage report', licenseId, reportId);
  return { ...context, commandId, causationId: context.commandId, occurredAt: usedAt };
}

function answerTo({ reportId }: UsageReport, outcome: EachOutcome): ReportAnswer {
  if (outcome.result !== 'refused') return { reportId, result: outcome.result };
  const { code, message } = outcome.refusal;
  return { reportId, result: 'refused', code, message };
}
