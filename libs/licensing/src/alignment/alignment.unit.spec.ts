import { subjectKey } from '../renewable';
import { byAnn, byClockwork, bySales, bySupport, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { EventOutOfPlace } from '../shared/unreadable-history';
import type { Actor } from '../shared/words';
import { isoDate } from '../term';
import { applyAlignment } from './apply-alignment';
import { type AmongExpiries, approveAlignment } from './approve-alignment';
import type { AlignmentApplied, AlignmentEvent, AlignmentWithdrawn, Shortening } from './events';
import { alignmentApproved, alignmentProposed, lifetimeMaintenance, longerLine, shorterLine } from './examples.spec';
import { totalsOf } from './settlement';
import { alignmentStream } from './state';
import { withdrawAlignment } from './withdraw-alignment';

const given = specification(alignmentStream);

const proposed = alignmentProposed();
const withdrawn: AlignmentWithdrawn = { type: 'AlignmentWithdrawn', data: { by: bySales } };
const applied: AlignmentApplied = {
  type: 'AlignmentApplied',
  data: {
    lines: [
      { subject: longerLine.subject, outcome: 'aligned' },
      { subject: shorterLine.subject, outcome: 'failed', code: 'RENEWAL_ALREADY_OPEN', message: 'Complete it.' },
    ],
    by: byClockwork,
  },
};
const choosing = (shortening: Shortening) => [{ subject: lifetimeMaintenance, shortening }];
const approvedBy = (by: Actor, shortening?: Shortening) => ({
  approvedBy: by,
  choices: shortening ? choosing(shortening) : [],
});
const inFebruary: AmongExpiries = {
  now: on('2026-02-01'),
  expiries: new Map([longerLine, shorterLine].map((line) => [subjectKey(line.subject), line.currentExpiresOn])),
};

describe('approving an alignment', () => {
  it("needs support's choice for each line that loses days [R26]", () => {
    given([proposed]).when(approveAlignment, approvedBy(bySupport, 'credit'), inFebruary).then([alignmentApproved]);
    given([proposed])
      .when(approveAlignment, approvedBy(bySupport), inFebruary)
      .thenRefused('NOT_ALLOWED', 'lose 63 days');
    for (const by of [bySales, byAnn]) {
      given([proposed])
        .when(approveAlignment, approvedBy(by, 'credit'), inFebruary)
        .thenRefused('NOT_ALLOWED', 'Only support');
    }
    given([proposed])
      .when(
        approveAlignment,
        { approvedBy: bySupport, choices: [{ subject: longerLine.subject, shortening: 'credit' }] },
        inFebruary,
      )
      .thenRefused('INVALID_INPUT', 'not shortened');
  });

  it('is up to the customer as well, once every choice is made', () => {
    const chosen = alignmentProposed([longerLine, { ...shorterLine, shortening: 'forfeit' }]);
    given([chosen])
      .when(approveAlignment, approvedBy(byAnn), inFebruary)
      .then([{ type: 'AlignmentApproved', data: { approvedBy: byAnn, choices: choosing('forfeit') } }]);
    given([alignmentProposed([longerLine])])
      .when(approveAlignment, approvedBy(byAnn), inFebruary)
      .then([{ type: 'AlignmentApproved', data: { approvedBy: byAnn, choices: [] } }]);
    given([chosen]).when(approveAlignment, approvedBy(bySupport, 'credit'), inFebruary).then([alignmentApproved]);
    given([chosen]).when(approveAlignment, approvedBy(byClockwork), inFebruary).thenRefused('NOT_ALLOWED');
  });

  it('is for what was shown: a line that changed since makes it stale', () => {
    const renewed = new Map(inFebruary.expiries).set(subjectKey(longerLine.subject), isoDate('2027-03-10'));
    given([proposed])
      .when(approveAlignment, approvedBy(bySupport, 'credit'), { ...inFebruary, expiries: renewed })
      .thenRefused('PREVIEW_STALE', 'Propose the alignment again');
    given([proposed])
      .when(approveAlignment, approvedBy(bySupport, 'credit'), { ...inFebruary, now: on('2026-06-30', 0) })
      .thenRefused('PREVIEW_STALE');
  });

  it('is done once, and not after a withdrawal', () => {
    given([proposed, alignmentApproved]).when(approveAlignment, approvedBy(bySupport), inFebruary).thenNothing();
    given([proposed, withdrawn]).when(approveAlignment, approvedBy(bySupport), inFebruary).thenRefused('NOT_ALLOWED');
    given([]).when(approveAlignment, approvedBy(bySupport), inFebruary).thenRefused('NOT_FOUND');
  });
});

describe('applying an alignment', () => {
  it('records what became of each line, once [R26]', () => {
    given([proposed, alignmentApproved]).when(applyAlignment, applied.data).then([applied]);
    given([proposed, alignmentApproved, applied]).when(applyAlignment, applied.data).thenNothing();
  });

  it('follows the approval, by itself or by the desk', () => {
    given([proposed]).when(applyAlignment, applied.data).thenRefused('NOT_ALLOWED', 'Have it approved');
    given([proposed, withdrawn]).when(applyAlignment, applied.data).thenRefused('NOT_ALLOWED', 'Propose a new one');
    given([]).when(applyAlignment, applied.data).thenRefused('NOT_FOUND');
    given([proposed, alignmentApproved])
      .when(applyAlignment, { ...applied.data, by: byAnn })
      .thenRefused('NOT_ALLOWED');
  });
});

describe('withdrawing an alignment', () => {
  it('ends a proposal, once', () => {
    given([proposed]).when(withdrawAlignment, { by: bySales }).then([withdrawn]);
    given([proposed, withdrawn]).when(withdrawAlignment, { by: bySales }).thenNothing();
  });

  it('is over when it is approved, and up to the desk', () => {
    given([proposed, alignmentApproved]).when(withdrawAlignment, { by: bySales }).thenRefused('NOT_ALLOWED');
    given([proposed]).when(withdrawAlignment, { by: byAnn }).thenRefused('NOT_ALLOWED');
    given([]).when(withdrawAlignment, { by: bySales }).thenRefused('NOT_FOUND');
  });
});

describe('the money of an alignment', () => {
  const totalsAfter = (...events: AlignmentEvent[]) => {
    const alignment = fold(alignmentStream, events);
    return alignment.status === 'none' ? undefined : totalsOf(alignment);
  };
  const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

  it('charges the days that are added, and credits those cut off when support chose so', () => {
    expect(totalsAfter(proposed)).toEqual({ charged: eur(1841), credited: eur(0) });
    expect(totalsAfter(proposed, alignmentApproved)).toEqual({ charged: eur(1841), credited: eur(630) });
    const forfeited = { ...alignmentApproved, data: { approvedBy: bySupport, choices: choosing('forfeit') } };
    expect(totalsAfter(proposed, forfeited)).toEqual({ charged: eur(1841), credited: eur(0) });
  });
});

it('never passes over an event that cannot be there', () => {
  for (const history of [
    [alignmentApproved],
    [proposed, applied],
    [proposed, proposed],
    [proposed, withdrawn, withdrawn],
  ])
    expect(() => fold(alignmentStream, history)).toThrow(EventOutOfPlace);
});
