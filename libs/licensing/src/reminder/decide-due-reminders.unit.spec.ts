import { licenseStream } from '../license';
import {
  licenseActivated,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  oldTerm,
  renewalOpened,
  running,
  runningTrial,
} from '../license/examples.spec';
import { type MaintenanceEvent, maintenanceStream, renewableAt } from '../maintenance';
import {
  firstTerm,
  lifetime,
  maintenanceClaimed,
  maintenanceRenewed,
  maintenanceStarted,
  perpetual,
  secondTerm,
} from '../maintenance/examples.spec';
import { portalPolicy, portalTerms, recurringPolicy } from '../policy/examples.spec';
import { on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate } from '../term';
import { decideDueReminders } from './decide-due-reminders';
import { due, situation, suppressed, theExpiry } from './examples.spec';
import { recordBeforeImport } from './record-before-import';
import { remindersOf } from './reminders-of';
import { reminderStream } from './state';

const given = specification(reminderStream);
const renewed = fold(licenseStream, [...running, renewalOpened, licenseRenewed]);
const terminated = fold(licenseStream, [...running, licenseTerminated]);

describe('the reminders of a term', () => {
  it("fall due at the policy's hour in the term's zone, whatever its clocks do", () =>
    expect(remindersOf(portalTerms.reminders, { ...oldTerm, expiresOn: isoDate('2026-04-05') }).slice(-3)).toEqual([
      { offset: 14, dueOn: '2026-03-22', dueAt: Date.parse('2026-03-22T08:00:00Z') },
      { offset: 7, dueOn: '2026-03-29', dueAt: Date.parse('2026-03-29T07:00:00Z') },
      { offset: 0, dueOn: '2026-04-05', dueAt: Date.parse('2026-04-05T07:00:00Z') },
    ]));

  it('do not exist before the term starts', () => {
    const offsets = (startsOn: string) =>
      remindersOf(portalTerms.reminders, { ...oldTerm, startsOn: isoDate(startsOn) }).map(({ offset }) => offset);
    expect(offsets('2026-01-09')).toEqual([60, 30, 14, 7, 0]);
    expect(offsets('2026-01-10')).toEqual([30, 14, 7, 0]);
  });
});

describe('deciding what has fallen due', () => {
  it('waits for the hour, and decides each offset once', () => {
    given([])
      .when(decideDueReminders, theExpiry, situation('2025-12-10', {}, 8))
      .thenNothing();
    given([])
      .when(decideDueReminders, theExpiry, situation('2025-12-10'))
      .then([due(90)]);
    given([due(90)])
      .when(decideDueReminders, theExpiry, situation('2025-12-11'))
      .thenNothing();
    given([due(90)])
      .when(decideDueReminders, theExpiry, situation('2026-01-09'))
      .then([due(60)]);
  });

  it('after downtime sends the tightest one only', () => {
    given([due(90)])
      .when(decideDueReminders, theExpiry, situation('2026-02-25'))
      .then([suppressed(60, 'superseded'), suppressed(30, 'superseded'), due(14)]);
    given([suppressed(7, 'renewed')])
      .when(decideDueReminders, theExpiry, situation('2026-03-04'))
      .then([90, 60, 30, 14].map((offset) => suppressed(offset, 'superseded')));
  });

  it('reminds until the last day is over', () => {
    const history = [90, 60, 30, 14, 7].map(due);
    given(history)
      .when(decideDueReminders, theExpiry, situation('2026-03-10', {}, 23))
      .then([due(0)]);
    given(history)
      .when(decideDueReminders, theExpiry, situation('2026-03-11', {}, 0))
      .then([suppressed(0, 'expired')]);
  });

  it.each([
    ['renewed', { license: renewed }],
    ['terminated', { license: terminated }],
    ['approved', { renewalStage: 'approved' }],
    ['approved', { renewalStage: 'invoiced' }],
  ] as const)('suppresses what is %s', (reason, changes) =>
    given([])
      .when(decideDueReminders, theExpiry, situation('2025-12-10', changes))
      .then([suppressed(90, reason)]),
  );

  it.each(['requested', 'quoted', 'withdrawn'] as const)('is not stopped by a renewal that is %s', (renewalStage) =>
    given([])
      .when(decideDueReminders, theExpiry, situation('2025-12-10', { renewalStage }))
      .then([due(90)]),
  );

  it('suppresses what is left of an expiry that has moved', () => {
    const aligned = fold(licenseStream, [licenseIssued(), licenseActivated({ expiresOn: isoDate('2026-06-30') })]);
    given([])
      .when(decideDueReminders, theExpiry, situation('2025-12-10', { license: aligned }))
      .then([suppressed(90, 'expiry-moved')]);
  });

  it('asks for recurring billing where the policy does [L22]', () => {
    const policy = recurringPolicy;
    const sixtyDaysBefore = (status: 'on' | 'cancelled' | 'none') =>
      given([]).when(decideDueReminders, theExpiry, situation('2026-01-09', { policy, agreement: { status } }));
    sixtyDaysBefore('on').then([due(60)]);
    sixtyDaysBefore('cancelled').then([suppressed(60, 'cancelled')]);
    sixtyDaysBefore('none').then([suppressed(60, 'cancelled')]);
  });

  it('records and does not send what fell due before mail was released', () => {
    const released = { ...situation('2026-02-25'), mailReleasedAt: on('2026-02-10') };
    given([])
      .when(decideDueReminders, theExpiry, released)
      .then([...[90, 60, 30].map((offset) => suppressed(offset, 'before-go-live')), due(14)]);
  });

  it('leaves trials and licenses without a term alone', () => {
    const trial = fold(licenseStream, runningTrial());
    given([])
      .when(
        decideDueReminders,
        { ...theExpiry, expiresOn: isoDate('2026-03-31') },
        situation('2026-03-31', { license: trial }),
      )
      .thenNothing();
    given([])
      .when(decideDueReminders, theExpiry, situation('2026-03-10', { license: fold(licenseStream, [licenseIssued()]) }))
      .thenNothing();
  });
});

describe('reminders before an import', () => {
  const command = { subject: theExpiry.subject, term: oldTerm, asOf: isoDate('2026-01-09') };
  const policy = { policy: portalPolicy, channel: 'store' } as const;

  it("were the former system's, up to and with the day of the import", () =>
    given([])
      .when(recordBeforeImport, command, policy)
      .then([suppressed(90, 'before-import'), suppressed(60, 'before-import')]));

  it('are recorded once', () =>
    given([suppressed(90, 'before-import'), suppressed(60, 'before-import')])
      .when(recordBeforeImport, command, policy)
      .thenNothing());

  it('leave the next one to us', () =>
    given([suppressed(90, 'before-import'), suppressed(60, 'before-import')])
      .when(decideDueReminders, theExpiry, situation('2026-02-08'))
      .then([due(30)]));
});

describe('the reminders of maintenance', () => {
  const expiry = { subject: { kind: 'maintenance', id: lifetime }, expiresOn: firstTerm.expiresOn } as const;
  const at = (date: string, ...history: MaintenanceEvent[]) => {
    const maintenance = fold(maintenanceStream, [maintenanceStarted, ...history]);
    if (maintenance.status === 'none') throw new Error('It was started');
    const renewable = renewableAt(maintenance, expiry.expiresOn);
    return situation(date, { license: fold(licenseStream, perpetual), renewable });
  };

  it('fall due on the same days, while the license itself never expires [R3]', () =>
    given([])
      .when(decideDueReminders, expiry, at('2025-12-10'))
      .then([{ type: 'ReminderDue', data: { ...expiry, offset: 90 } }]));

  it('are suppressed when the next term is on record', () =>
    given([])
      .when(decideDueReminders, expiry, at('2025-12-10', maintenanceClaimed, maintenanceRenewed(secondTerm)))
      .then([{ type: 'ReminderSuppressed', data: { ...expiry, offset: 90, reason: 'renewed' } }]));
});
