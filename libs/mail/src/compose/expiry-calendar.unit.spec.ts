import { isoDate, type LicenseId } from '@renewals/licensing';
import PostalMime from 'postal-mime';
import { readCalendar, theOnly } from '../../../../test/support/read-calendar';
import { ANNA, dueReminder, LICENSE, reminderContent } from './examples.spec';
import { composeMail } from './compose-mail';
import type { MailContent } from './mail-content';

const NOW = Date.parse('2026-01-09T08:00:00Z');
const dueOf = dueReminder();

async function calendarIn(content: MailContent, now = NOW) {
  const { raw } = composeMail('<id@scanware.example>', ANNA, content, now);
  const { attachments } = await PostalMime.parse(raw);
  const [file, ...others] = attachments;
  if (!file || others.length > 0) throw new Error(`It carries ${attachments.length} files.`);
  return { file, ...readCalendar(bytesOfCalendar(raw)) };
}

/** As they are sent: parsers of mail hand texts on with line ends of their own. */
function bytesOfCalendar(raw: Buffer): Buffer {
  const [, base64 = ''] = /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw.toString()) ?? [];
  return Buffer.from(base64, 'base64');
}

describe('a reminder', () => {
  it('carries its last day for a calendar, said when the mail is written', async () => {
    const { file, calendar, entries } = await calendarIn(reminderContent());
    expect(file).toMatchObject({ filename: 'renewals.ics', mimeType: 'text/calendar', method: 'PUBLISH' });
    expect(theOnly(calendar, 'METHOD').value).toBe('PUBLISH');
    expect(entries).toHaveLength(1);
    const [entry = []] = entries;
    expect(theOnly(entry, 'UID').value).toBe(`license-${LICENSE}-${dueOf.expiresOn}@scanware.example`);
    expect(theOnly(entry, 'DTSTART').value).toBe('20260310');
    expect(theOnly(entry, 'DTSTAMP').value).toBe('20260109T080000Z');
    expect(theOnly(entry, 'URL').value).toBe('https://portal.scanware.example/renew?license=1&from=mail');
  });

  it('carries it in the language of its reader, for a reseller with whose it is, and links to no button that refuses', async () => {
    const content = reminderContent({ locale: 'de', customer: 'Acme', step: { to: 'ask-sales-for-customer' } });
    const [entry = []] = (await calendarIn(content)).entries;
    expect(theOnly(entry, 'SUMMARY').value).toBe('Lizenz für Barcode Reader von Acme läuft ab');
    expect(entry.some(({ name }) => name === 'URL')).toBe(false);
  });

  it('is the same entry in each reminder of that day', async () => {
    const uidAt = async (now: number) => {
      const [entry = []] = (await calendarIn(reminderContent(), now)).entries;
      return theOnly(entry, 'UID').value;
    };
    expect(await uidAt(NOW + 30 * 86_400_000)).toBe(await uidAt(NOW));
  });
});

describe('a digest', () => {
  it('carries all of its days in one file', async () => {
    const other = reminderContent({
      ends: 'maintenance',
      expiresOn: isoDate('2026-03-12'),
      license: { id: '11d1c3a0-0000-5000-8000-000000000002' as LicenseId, product: 'Reader', quota: 1 },
    });
    const { to, locale, vendor } = other;
    const lines = [reminderContent(), other];
    const { entries } = await calendarIn({ kind: 'digest', to, locale, vendor, lines });
    expect(entries.map((entry) => theOnly(entry, 'DTSTART').value)).toEqual(['20260310', '20260312']);
  });
});
