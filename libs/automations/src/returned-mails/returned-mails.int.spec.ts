import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ChangeContactEmail,
  EraseContact,
  MarkReachable,
  RequestAccountRemoval,
  RequestPasswordLink,
} from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { OrderAlerts } from '@renewals/projections';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { complaint, exchange, gmail, postfix } from '../../../../test/support/mail-reports';
import { NewMails } from '../../../../test/support/new-mails';
import { contextOf, orderId, organizationId, ownerOf } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins } from '../people.spec';
import { reminderDecisions } from '../renewing.spec';

const acme = organizationId('acme');
const owner = ownerOf('acme');
let engine: EngineInTime;
let mails: NewMails;

beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' });
  mails = new NewMails(engine.infrastructure.directory.mail);
  await engine.imported('acme', { reader: {} });
});
afterEach(() => engine.close());

const folder = () => engine.infrastructure.directory.bounces;
const inFolder = (name: string) => {
  try {
    return readdirSync(join(folder(), name));
  } catch {
    return [];
  }
};

async function drop(report: Buffer, name = 'report.eml'): Promise<void> {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(join(folder(), name), report);
  await engine.worker.settle();
}

const sent = async (contactId = owner): Promise<RecordedEvent[]> =>
  (await engine.events()).filter(({ type, data }) => type.endsWith('Sent') && data['contactId'] === contactId);

async function lastMessageId(contactId = owner): Promise<string> {
  return String((await sent(contactId)).at(-1)?.data['messageId']);
}

const bounced = async () => (await engine.events()).filter(({ type }) => type === 'MailBounced');
const alerts = async () => (await engine.get(OrderAlerts).page(10)).map(({ reason, orderId: of }) => `${reason} ${of}`);
const toSales = async () => (await mails.read()).filter(({ to }) => to.startsWith('sales@')).length;
const first = '2025-12-12T12:00:00Z';
const second = '2026-01-11T12:00:00Z';
const third = '2026-02-10T12:00:00Z';

describe('a bounce of the only contact’s mail', () => {
  beforeEach(async () => {
    await engine.until(first);
    await drop(postfix({ messageId: await lastMessageId() }));
  });

  it('ends the mail to that person, and tells sales of the order at once and of the next reminder', async () => {
    expect(await bounced()).toMatchObject([{ data: { contactId: owner, severity: 'hard', status: '5.1.1' } }]);
    expect(await alerts()).toEqual([`no-recipient ${orderId('reader')}`]);
    expect(await toSales()).toBe(1);
    await engine.until(second);
    expect(await reminderDecisions(engine)).toEqual([
      '90 sent',
      '60 suppressed unreachable',
      '60 suppressed no-recipient',
    ]);
    expect((await engine.events()).filter(({ type }) => type === 'AlertRaised')).toHaveLength(2);
    expect(await toSales()).toBe(1);
  });

  it('is taken once, and the same again changes nothing', async () => {
    expect(inFolder('done')).toHaveLength(1);
    await drop(postfix({ messageId: await lastMessageId() }), 'again.eml');
    expect(await bounced()).toHaveLength(1);
    expect(readdirSync(folder()).sort()).toEqual(['done', 'names']);
  });

  it('stops no link for a password', async () => {
    await mails.read();
    await engine.do(new RequestPasswordLink('owner@acme.example', 'dynamsoft', contextOf('forgot')));
    await engine.worker.settle();
    expect((await mails.read()).map(({ to }) => to)).toEqual(['owner@acme.example']);
  });

  it.each([
    ['support says that mail arrives', () => new MarkReachable(acme, owner, 'Phoned.', contextOf('reachable'))],
    [
      'the address is another one',
      () => new ChangeContactEmail(acme, owner, 'chief@acme.example', 'dynamsoft', contextOf('moved')),
    ],
  ])('is over once %s', async (_what, command) => {
    await engine.until('2025-12-20T12:00:00Z');
    await engine.do<unknown>(command());
    await engine.worker.settle();
    expect(await alerts()).toEqual([]);
    await engine.until(second);
    expect(await reminderDecisions(engine)).toEqual(['90 sent', '60 sent']);
  });

  it('leaves nothing behind when the person is erased', async () => {
    await engine.do(new RequestAccountRemoval(acme, owner, contextOf('please')));
    await engine.do(new EraseContact(acme, owner, contextOf('carried out')));
    await engine.worker.settle();
    expect(inFolder('done')).toEqual([]);
    expect(inFolder('names')).toEqual([]);
  });
});

describe('what comes back', () => {
  it('late is counted, and reminders go on', async () => {
    await engine.until(first);
    await drop(gmail({ messageId: await lastMessageId() }));
    await engine.until(second);
    expect(await bounced()).toMatchObject([{ data: { severity: 'soft', status: '4.4.1' } }]);
    expect(await reminderDecisions(engine)).toEqual(['90 sent', '60 sent']);
  });

  it('of one person ends nobody else’s mail', async () => {
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    await engine.until(first);
    await drop(complaint({ messageId: await lastMessageId(bob) }));
    expect(await alerts()).toEqual([]);
    const before = (await sent(bob)).length;
    await engine.until(third);
    expect(await sent(bob)).toHaveLength(before);
    expect((await sent()).length).toBe(3);
  });

  it.each([
    ['of a mail that never went out', () => postfix({ messageId: '<invented@dynamsoft.example>' })],
    ['with an address and no mail', () => exchange({ messageId: '' })],
    ['that is none', () => Buffer.from('Subject: Out of office\r\n\r\nBack on Monday.\r\n')],
  ])('%s makes nobody unreachable, and is put aside with the reason', async (_what, report) => {
    await engine.until(first);
    await drop(report());
    expect(await bounced()).toEqual([]);
    expect(inFolder('not-understood').sort()).toEqual(['report.eml', 'report.eml.txt']);
    expect(readFileSync(join(folder(), 'not-understood', 'report.eml.txt'), 'utf8')).toMatch(/\.\n$/);
  });

  it('of a mail to sales is put aside, and says whose address it is', async () => {
    await engine.until(first);
    await drop(postfix({ messageId: await lastMessageId() }), 'a.eml');
    const { data } = (await engine.events()).findLast(({ type }) => type === 'NoticeSent') as RecordedEvent;
    expect(data['to']).toBe('sales');
    await drop(postfix({ messageId: String(data['messageId']) }), 'b.eml');
    expect(readFileSync(join(folder(), 'not-understood', 'b.eml.txt'), 'utf8')).toContain('own sales');
  });
});
