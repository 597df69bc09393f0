import fc from 'fast-check';
import {
  complaint,
  exchange,
  exim,
  gmail,
  ofSeveral,
  OURS,
  postfix,
  type Told,
} from '../../../../test/support/mail-reports';
import { NotUnderstood } from './mail-report';
import { readReport } from './read-report';

const servers: readonly (readonly [name: string, report: (told?: Told) => Buffer])[] = [
  ['Postfix', postfix],
  ['Exim', exim],
  ['Exchange', exchange],
  ['Gmail', gmail],
];
const hard = { action: 'failed', status: '5.1.1' };
const late = { action: 'delayed', status: '4.4.1' };
const arrived = { action: 'relayed', status: '2.0.0' };
const text = (raw: Buffer) => raw.toString('latin1');

describe.each(servers)('a bounce from %s', (_name, report) => {
  it.each([
    ['a mailbox that is not there', hard, 'hard'],
    ['a server that is away', late, 'soft'],
    ['a mailbox that was full for too long', { action: 'failed', status: '4.2.2' }, 'soft'],
    ['a mail that is still tried', { action: 'delayed', status: '5.0.0' }, 'soft'],
  ])('tells of %s', async (_what, told, verdict) =>
    expect(await readReport(report(told))).toEqual({ messageId: OURS, verdict, status: told.status }),
  );

  it('tells of a mail that arrived', async () =>
    expect(await readReport(report({ action: 'Delivered', status: '2.0.0' }))).toEqual({
      messageId: OURS,
      verdict: 'arrived',
    }));
});

describe('a bounce', () => {
  it('about several is as bad as the worst of them, and never for good when the mail arrived at one', async () => {
    expect(await readReport(ofSeveral(late, hard))).toMatchObject({ verdict: 'hard', status: '5.1.1' });
    expect(await readReport(ofSeveral(hard, arrived))).toMatchObject({ verdict: 'soft' });
    expect(await readReport(ofSeveral(arrived, arrived))).toMatchObject({ verdict: 'arrived' });
  });

  it('that failed without a status that anybody knows is counted, no more', async () => {
    for (const status of ['', 'five', '5', '7.1.1']) {
      const { verdict, ...rest } = await readReport(postfix({ action: 'failed', status }));
      expect({ verdict, ...rest }).toEqual({ messageId: OURS, verdict: 'soft' });
    }
  });
});

describe('a complaint', () => {
  it.each(['abuse', 'fraud', 'Abuse'])('of %s is one', async (type) =>
    expect(await readReport(complaint({ type }))).toEqual({ messageId: OURS, verdict: 'complaint' }),
  );

  it('that is taken back is none', async () =>
    expect(await readReport(complaint({ type: 'not-spam' }))).toMatchObject({ verdict: 'arrived' }));

  it('is no report about signatures', () =>
    expect(readReport(complaint({ type: 'auth-failure' }))).rejects.toThrow('no complaint of a reader'));
});

describe('what cannot be understood is said, with what to do', () => {
  const without = (part: RegExp) => Buffer.from(text(postfix()).replace(part, ''), 'latin1');

  it.each([
    ['an answer of a person', Buffer.from('Subject: Re: Your license\r\n\r\nThanks!\r\n'), 'read it'],
    ['nothing', Buffer.alloc(0), 'read it'],
    ['a bounce that names no mail', without(/^Message-ID: .*\r\n/m), 'no Message-ID'],
    ['a bounce that names an address only', without(/Content-Type: message\/rfc822[^]*/), 'no Message-ID'],
    ['a bounce without an action', without(/^Action: .*\r\n/m), 'names no recipient'],
  ])('of %s', async (_what, raw, sentence) => {
    await expect(readReport(raw)).rejects.toBeInstanceOf(NotUnderstood);
    await expect(readReport(raw)).rejects.toThrow(sentence);
  });

  it('of parts nested too deeply', async () => {
    const nested = Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`);
    await expect(readReport(Buffer.from(nested.join('')))).rejects.toBeInstanceOf(NotUnderstood);
  });
});

describe('whatever is dropped', () => {
  const runs = {
    numRuns: process.env.LONG ? 20_000 : 300,
    ...(process.env.SEED && { seed: Number(process.env.SEED) }),
  };
  const reports = [postfix(), exim(), exchange(), gmail(), complaint(), ofSeveral(hard, late)];
  const report = fc.constantFrom(...reports);
  const truncated = fc.tuple(report, fc.nat()).map(([raw, at]) => raw.subarray(0, at % raw.length));
  const garbled = fc
    .tuple(report, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }))
    .map(([raw, changes]) => {
      const changed = Buffer.from(raw);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      return changed;
    });
  const shuffled = fc
    .tuple(report, report, fc.nat(), fc.nat())
    .map(([one, other, from, to]) =>
      Buffer.concat([one.subarray(0, from % one.length), other.subarray(to % other.length)]),
    );
  const bytes = fc.uint8Array({ maxLength: 4_000 }).map((raw) => Buffer.from(raw));

  it('is read, or refused in a sentence, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(truncated, garbled, shuffled, bytes), async (raw) => {
        try {
          const { messageId, verdict, status } = await readReport(raw);
          expect(messageId).toMatch(/^<[^<>\s]+>$/);
          expect(['arrived', 'soft', 'hard', 'complaint']).toContain(verdict);
          expect(status ?? '5.0.0').toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(NotUnderstood);
        }
      }),
      runs,
    ));
});
