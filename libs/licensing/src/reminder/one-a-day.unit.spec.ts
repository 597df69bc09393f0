import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { type License, licenseStream, renewableOf } from '../license';
import { licenseActivated, licenseIssued } from '../license/examples.spec';
import { isOverWith } from '../mail';
import { ann, bob } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { ContactId, Instant } from '../shared/words';
import { endsAt, isoDate, localDate, period, rfc3339, type Term, termAt, zone } from '../term';
import { decideDueReminders } from './decide-due-reminders';
import type { ReminderEvent, ReminderSent } from './events';
import { audience, situation, theExpiry } from './examples.spec';
import { maySend } from './may-send';
import { recordSent, recordSuppressed } from './record-delivery';
import { mailOf, reminderStream } from './state';

const HOUR = 3_600_000;
/** That a life begins before the end of the term. */
const DAYS = 22;
const zones = ['Europe/Berlin', 'America/Havana', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'America/St_Johns'];

/** What happens at one moment. Nobody is at work between moments. */
interface Moment {
  readonly after: number;
  readonly decides: boolean;
  /** Whom the mail server takes a mail for. */
  readonly reached: readonly ContactId[];
  readonly offsets?: readonly number[];
}

const someOffsets = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
  .map((offsets) => offsets.toSorted((one, other) => other - one));

const moments: fc.Arbitrary<Moment[]> = fc.array(
  fc.record(
    {
      after: fc.oneof(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 48 }),
        fc.integer({ min: 1, max: 200 }),
      ),
      decides: fc.boolean(),
      reached: fc.subarray([ann, bob]),
      offsets: someOffsets,
    },
    { requiredKeys: ['after', 'decides', 'reached'] },
  ),
  { maxLength: 60 },
);

/** A desk for the reminders of one expiry, whose workers and mail server come and go. */
class Desk {
  history: readonly ReminderEvent[] = [];
  private offsets: readonly number[] = [14, 7, 0];

  constructor(
    readonly term: Term,
    private now: Instant,
  ) {}

  live({ after, decides, reached, offsets }: Moment): void {
    this.now += after * HOUR;
    if (offsets) this.offsets = offsets;
    if (decides) this.decide();
    for (const contactId of reached) this.deliverTo(contactId);
  }

  get sent(): readonly ReminderSent[] {
    return this.history.filter((event) => event.type === 'ReminderSent');
  }

  dayOf({ data }: ReminderSent): string {
    return localDate(Date.parse(data.sentAt), this.term.zone);
  }

  private decide(): void {
    const before = this.history.length;
    this.add(decideDueReminders(this.reminders, this.expiry, this.situation));
    expect(this.history.slice(before).filter(({ type }) => type === 'ReminderDue').length).toBeLessThanOrEqual(1);
  }

  private deliverTo(contactId: ContactId): void {
    for (const [offset, { outcome }] of this.reminders) {
      if (outcome !== 'due' || isOverWith(mailOf(this.reminders, offset, contactId))) continue;
      const verdict = maySend(contactId, { ...this.expiry, offset }, { ...this.situation, reminders: this.reminders });
      const mail = { ...this.expiry, offset, contactId };
      this.add(
        verdict === 'ok'
          ? recordSent(this.reminders, { ...mail, messageId: '<m>', sentAt: rfc3339(this.now), answer: '250 OK' })
          : recordSuppressed(this.reminders, { ...mail, reason: verdict }),
      );
    }
  }

  private add(events: readonly ReminderEvent[]): void {
    this.history = [...this.history, ...events];
  }

  private get reminders() {
    return fold(reminderStream, this.history);
  }

  private get expiry() {
    return { ...theExpiry, expiresOn: this.term.expiresOn };
  }

  private get situation() {
    const license: License = fold(licenseStream, [
      licenseIssued({ overrides: { license: this.offsets } }),
      licenseActivated(this.term),
    ]);
    const renewable = renewableOf(license);
    return { ...situation('2026-01-01'), ...audience(), now: this.now, license, ...(renewable && { renewable }) };
  }
}

const desks = fc.record({ zoneName: fc.constantFrom(...zones), day: fc.integer({ min: 1, max: 28 }) }).map((begins) => {
  const startsOn = isoDate(`2025-02-${String(begins.day).padStart(2, '0')}`);
  const term = termAt(startsOn, period('P1Y'), 1, zone(begins.zoneName));
  return new Desk(term, endsAt(term.expiresOn, term.zone) - DAYS * 24 * HOUR);
});

describe('whatever was late, away, or set anew', () => {
  it('nobody gets two mails about one expiry on one of its days, nor one after it', () =>
    fc.assert(
      fc.property(desks, moments, (desk, lived) => {
        for (const moment of lived) desk.live(moment);
        const days = desk.sent.map((mail) => `${mail.data.contactId} ${desk.dayOf(mail)}`);
        expect(days).toEqual([...new Set(days)]);
        const { expiresOn, zone: ofTerm } = desk.term;
        const late = desk.sent.filter(({ data }) => Date.parse(data.sentAt) >= endsAt(expiresOn, ofTerm));
        expect(late).toEqual([]);
      }),
      propertyRuns(300, 20_000),
    ));

  it('one mail goes out after downtime, at most', () =>
    fc.assert(
      fc.property(desks, moments, fc.integer({ min: 1, max: 24 * (DAYS + 3) }), (desk, lived, after) => {
        for (const moment of lived) desk.live({ ...moment, decides: true, reached: [ann, bob] });
        const before = desk.sent.length;
        desk.live({ after, decides: true, reached: [ann, bob] });
        const contacts = desk.sent.slice(before).map(({ data }) => data.contactId);
        expect(contacts).toEqual([...new Set(contacts)]);
      }),
      propertyRuns(200, 10_000),
    ));
});

it('where nothing is ever late, everybody gets every mail', () =>
  fc.assert(
    fc.property(desks, someOffsets, (desk, offsets) => {
      for (let hour = 0; hour < (DAYS + 1) * 24; hour++)
        desk.live({ after: 1, decides: true, reached: [ann, bob], offsets });
      expect(desk.sent.map(({ data }) => data.offset)).toEqual(offsets.flatMap((offset) => [offset, offset]));
    }),
    propertyRuns(10, 200),
  ));
