import type { RecordedEvent } from '@renewals/event-store';
import {
  addDays,
  type DomainEvent,
  instantAt,
  type IsoDate,
  type Offsets,
  Refusal,
  type RenewalId,
  type Term,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import * as fc from 'fast-check';
import { bySales, policy } from '../renewals/sold';
import { RemindersDue } from '@renewals/automations';

export type Step =
  | { readonly what: 'override' | 'company'; readonly offsets: Offsets | undefined }
  | { readonly what: 'renew' | 'move' }
  | { readonly what: 'align'; readonly days: number };

const offsets: fc.Arbitrary<Offsets> = fc
  .uniqueArray(fc.integer({ min: 0, max: 730 }), { maxLength: 6 })
  .map((some) => some.toSorted((one, other) => other - one));

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constantFrom('override' as const, 'company' as const),
      offsets: fc.option(offsets, { nil: undefined }),
    }),
    fc.record({ what: fc.constantFrom('renew' as const, 'move' as const) }),
    fc.record({ what: fc.constant('align' as const), days: fc.integer({ min: -100, max: 400 }) }),
  ),
  { maxLength: 12 },
);

/** Reads its events as the projection of deadlines does. */
class Deadlines {
  private readonly automation = new RemindersDue(
    undefined as unknown as CommandBus,
    () => policy,
    async () => false,
  );
  private readonly rows = new Map<string, Map<string, string>>();

  read(stream: string, { type, data }: DomainEvent): void {
    for (const change of this.automation.deadlines({ type, data, stream, metadata: {} } as unknown as RecordedEvent)) {
      if ('clear' in change) {
        const rows = this.rows.get(change.clear.subject);
        if (change.clear.detail === undefined) rows?.clear();
        else rows?.delete(change.clear.detail);
      }
      if ('set' in change) {
        const { subject, detail, due } = change.set;
        const rows = this.rows.get(subject) ?? new Map<string, string>();
        this.rows.set(subject, rows.set(detail, JSON.stringify(due)));
      }
    }
  }

  /** Of the expiry, the earliest first. */
  /**
   * Those of the term. Days before its start may be left of an earlier term with the same last day, which was aligned
   * and renewed since: nothing is decided on them.
   */
  of(subject: string, { startsOn, expiresOn }: Pick<Term, 'startsOn' | 'expiresOn'>): string[] {
    return [...(this.rows.get(subject) ?? [])]
      .filter(([detail]) => detail.startsWith(expiresOn))
      .map(([, due]) => due)
      .filter((due) => (JSON.parse(due) as { readonly date: IsoDate }).date >= startsOn)
      .toSorted();
  }
}

/** A lineage of licenses, or of maintenance terms, that lives through the steps; not a spec itself. */
export abstract class Life {
  readonly deadlines = new Deadlines();
  protected no = 0;

  live(step: Step): void {
    try {
      this.take(step);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  protected abstract take(step: Step): void;
}

/** Noon of its first day. */
export const at = ({ startsOn, zone }: Term) => ({
  now: instantAt(startsOn, 12, zone),
  policy,
  channel: 'store' as const,
});

export const alignment = ({ expiresOn }: Term, days: number, no: number) => ({
  alignmentId: `alignment ${no}`,
  currentExpiresOn: expiresOn,
  targetDate: addDays(expiresOn, days),
});

export const opening = ({ expiresOn }: Term, no: number) => ({
  renewalId: `renewal ${no}` as RenewalId,
  currentExpiresOn: expiresOn,
  source: 'sales' as const,
  requestedBy: bySales,
});
