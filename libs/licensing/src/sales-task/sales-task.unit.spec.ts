import { fold } from '../shared/stream';
import { licenseStream } from '../license';
import { licenseRenewed, licenseTerminated, oldTerm, renewalOpened, running } from '../license/examples.spec';
import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import type { Situation, SuppressionReason } from '../reminder';
import { situation as anySituation } from '../reminder/examples.spec';
import {
  berlin,
  byClockwork,
  bySales,
  oldLicense,
  on,
  orderId,
  organizationId,
  renewalId,
} from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate } from '../term';
import { completeSalesTask } from './complete-sales-task';
import type { SalesTaskDone, SalesTaskDropped, SalesTaskOpened } from './events';
import { openReversalTask } from './follow-up-reversal';
import { salesTaskStream } from './state';
import { dropWritingTask, openWritingTask, opensOn } from './write-to-billing-contact';

const given = specification(salesTaskStream);
const writing = { taskId: 'T-1', subject: oldLicense, expiresOn: oldTerm.expiresOn };

/** The term ends on 2026-03-10: the task opens on 2025-12-10 and is due by 2026-01-09. */
const recurring = { policy: recurringPolicy, channel: 'store', agreement: { status: 'on' } } as const;
const situation = (date: string, changes: Partial<Situation> = {}, hour = 9) =>
  anySituation(date, { ...recurring, ...changes }, hour);

function opened(openedOn = '2025-12-10', dueOn = '2026-01-09'): SalesTaskOpened {
  return {
    type: 'SalesTaskOpened',
    data: {
      ...writing,
      purpose: 'write-to-billing-contact',
      policy: 'recurring',
      channel: 'store',
      orderId,
      organizationId,
      openedOn: isoDate(openedOn),
      dueOn: isoDate(dueOn),
      zone: berlin,
    },
  };
}

const dropped = (reason: SuppressionReason): SalesTaskDropped => ({
  type: 'SalesTaskDropped',
  data: { taskId: 'T-1', reason },
});
const done: SalesTaskDone = { type: 'SalesTaskDone', data: { taskId: 'T-1', by: bySales, note: 'Wrote to her.' } };

describe('the task to write to the billing contact', () => {
  it('opens 90 days before the expiry and is due 60 days before it [L5]', () => {
    given([]).when(openWritingTask, writing, situation('2025-12-10')).then([opened()]);
    given([])
      .when(openWritingTask, writing, situation('2025-12-09', {}, 23))
      .thenNothing();
  });

  it('opens once', () => {
    given([opened()]).when(openWritingTask, writing, situation('2025-12-11')).thenNothing();
    given([opened(), done]).when(openWritingTask, writing, situation('2025-12-11')).thenNothing();
  });

  it('that opens late is due that day', () =>
    given([])
      .when(openWritingTask, writing, situation('2026-01-20'))
      .then([opened('2026-01-20', '2026-01-20')]));

  it('of a short term opens on its first day', () =>
    expect(opensOn({ opensDaysBefore: 400, dueDaysBefore: 60 }, oldTerm)).toBe(oldTerm.startsOn));

  it('is none where the policy has none', () =>
    given([])
      .when(openWritingTask, writing, situation('2025-12-10', { policy: portalPolicy }))
      .thenNothing());

  const approved = { license: fold(licenseStream, [...running, renewalOpened]), renewalStage: 'approved' } as const;
  const reasons: [SuppressionReason, Partial<Situation>, string?][] = [
    ['cancelled', { agreement: { status: 'cancelled' } }],
    ['cancelled', { agreement: { status: 'none' } }],
    ['approved', approved],
    ['approved', { ...approved, renewalStage: 'invoiced' }],
    ['renewed', { license: fold(licenseStream, [...running, renewalOpened, licenseRenewed]) }],
    ['terminated', { license: fold(licenseStream, [...running, licenseTerminated]) }],
    ['expired', {}, '2026-03-11'],
  ];

  it.each(reasons)('is neither opened nor kept when the term is %s', (reason, changes, day = '2025-12-20') => {
    given([]).when(openWritingTask, writing, situation(day, changes)).thenNothing();
    given([opened()])
      .when(dropWritingTask, writing, situation(day, changes))
      .then([dropped(reason)]);
  });

  it('is kept while its reason lasts, also when a renewal is only asked for', () =>
    given([opened()])
      .when(dropWritingTask, writing, situation('2025-12-20', { ...approved, renewalStage: 'quoted' }))
      .thenNothing());

  it('comes back when recurring billing is resumed [L5]', () =>
    given([opened(), dropped('cancelled')])
      .when(openWritingTask, writing, situation('2026-01-05'))
      .then([opened('2026-01-05')]));

  it('that is done stays done, whatever happens', () =>
    given([opened(), done])
      .when(dropWritingTask, writing, situation('2025-12-20', { agreement: { status: 'cancelled' } }))
      .thenNothing());
});

describe('the task after a payment bounced', () => {
  const reversal = { taskId: 'T-2', renewalId, paymentId: 'P-1' };
  const sold = { policy: 'recurring', channel: 'store', orderId, organizationId, zone: berlin } as const;
  const task: SalesTaskOpened = {
    type: 'SalesTaskOpened',
    data: {
      ...reversal,
      purpose: 'payment-reversed',
      ...sold,
      openedOn: isoDate('2026-04-01'),
      dueOn: isoDate('2026-04-01'),
    },
  };

  it('is due that day, and opened once', () => {
    given([])
      .when(openReversalTask, reversal, { now: on('2026-04-01'), ...sold })
      .then([task]);
    given([task])
      .when(openReversalTask, reversal, { now: on('2026-04-02'), ...sold })
      .thenNothing();
  });
});

describe('completing a task', () => {
  it('is done once, with a note', () => {
    given([opened()]).when(completeSalesTask, done.data).then([done]);
    given([opened(), done])
      .when(completeSalesTask, { ...done.data, by: byClockwork })
      .thenNothing();
  });

  it('needs a task that is open', () => {
    given([]).when(completeSalesTask, done.data).thenRefused('NOT_FOUND');
    given([opened(), dropped('approved')])
      .when(completeSalesTask, done.data)
      .thenRefused('NOT_ALLOWED', 'approved');
  });
});
