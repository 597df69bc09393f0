import type { LicenseId } from '@renewals/licensing';
import { MAX_ATTEMPTS } from '@renewals/platform';
import PostalMime from 'postal-mime';
import { ANNA, BORIS } from '../compose/examples.spec';
import { PermanentMailFailure, TransientMailFailure } from '../transport/transport';
import { MailRoom, MINUTE, TO_ANNA, TO_BORIS } from './mail-room.spec';
import type { Due, Recipient } from './mailing';

const license = (id: string) => ({ subject: { kind: 'license', id: id as LicenseId } as const });

describe('reminders that are due to one person at one time', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
    room.desk.contentOf = (of) => ({ digest: true, license: licenseOf(of) });
  });
  afterEach(() => room.database.destroy());

  const due = (recipients: readonly Recipient[], ...ids: readonly string[]) =>
    Promise.all(ids.map((id) => room.due(recipients, license(id))));
  /** The licenses that each mail tells of. */
  const mails = () =>
    Promise.all(
      room.postbox.taken.map(async ({ raw }) => [
        ...new Set((await PostalMime.parse(raw)).text?.match(/(?<=no\.)\w+/g)),
      ]),
    );
  const later = (recipient: string) => {
    room.postbox.fault = ({ envelope }) =>
      envelope.to === recipient ? new TransientMailFailure('451 later') : undefined;
  };

  it('are one mail, and a decision each, that name it', async () => {
    await due([ANNA], 'a', 'b', 'c');
    await room.deliver();
    expect(await mails()).toEqual([['a', 'b', 'c']]);
    expect(await room.messageIds()).toEqual(Array(3).fill(room.postbox.taken[0]?.messageId));
    expect(await room.rows()).toEqual([]);
  });

  it('are one mail for each person', async () => {
    await due([BORIS, ANNA], 'a', 'b');
    await due([BORIS], 'c');
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA, TO_BORIS]);
    expect(await mails()).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  });

  it('are a mail each where the policy wants no digest, and with another sender or in another language', async () => {
    const vendor = { name: 'V', mailFrom: 'v@v.example', supportEmail: 's@v.example', salesEmail: 's@v.example' };
    const special: Record<string, object> = { b: { digest: false }, c: { vendor }, d: { locale: 'de' } };
    room.desk.contentOf = (of) => ({ digest: true, license: licenseOf(of), ...special[licenseOf(of).id] });
    await due([ANNA], 'a', 'b', 'c', 'd', 'e');
    await room.deliver();
    expect((await mails()).sort()).toEqual([['a', 'e'], ['b'], ['c'], ['d']]);
  });

  it('are a plain reminder when one is left of them at the moment of sending', async () => {
    await due([ANNA], 'a', 'b');
    room.desk.suppressedMailing = (of) => (licenseOf(of).id === 'a' ? 'renewed' : undefined);
    await room.deliver();
    const [digested] = room.postbox.taken;

    const alone = await MailRoom.open();
    await alone.due([ANNA], license('b'));
    await alone.deliver();
    expect(alone.postbox.taken.map(({ messageId }) => messageId)).toEqual([digested?.messageId]);
    expect(await room.history()).toContain(`ReminderSuppressed 60 ${ANNA} renewed`);
    await alone.database.destroy();
  });

  it('wait until all of them are addressed, however many', async () => {
    await due([ANNA], ...Array.from({ length: 150 }, (_, index) => `l${index}`));
    await room.deliver();
    expect((await mails()).map((lines) => lines.length)).toEqual([150]);
  });

  it('are recorded in the order of their recipients in each stream', async () => {
    await due([BORIS, ANNA], 'a', 'b', 'c');
    await room.deliver();
    for (const id of ['a', 'b', 'c']) {
      expect(await room.history(license(id).subject)).toEqual([
        'ReminderDue 60',
        `ReminderSent 60 ${ANNA}`,
        `ReminderSent 60 ${BORIS}`,
      ]);
    }
  });

  describe('once they were given to the server', () => {
    it('go out again as the same mail, whatever has fallen due since', async () => {
      later(TO_ANNA);
      await due([ANNA], 'a', 'b');
      await room.deliver();
      const [sealed] = (await room.rows()).map(({ mail }) => mail);
      room.postbox.fault = undefined;
      room.now += 10 * MINUTE;
      await due([ANNA], 'c', 'd');
      await room.deliver();
      expect((await mails()).sort()).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      expect(room.postbox.taken.map(({ messageId }) => messageId)).toContain(sealed);
    });

    it('go out again without what has been decided otherwise since, under the same Message-ID', async () => {
      later(TO_ANNA);
      await due([ANNA], 'a', 'b', 'c');
      await room.deliver();
      const [sealed] = (await room.rows()).map(({ mail }) => mail);
      room.postbox.fault = undefined;
      room.desk.suppressedMailing = (of) => (licenseOf(of).id === 'b' ? 'renewed' : undefined);
      await room.deliverAll();
      expect(await mails()).toEqual([['a', 'c']]);
      expect(room.postbox.taken.map(({ messageId }) => messageId)).toEqual([sealed]);
    });

    it('wait for each other when one of them cannot be asked about', async () => {
      later(TO_ANNA);
      await due([ANNA], 'a', 'b', 'c');
      await room.deliver();
      room.postbox.fault = undefined;
      let asked = 0;
      room.desk.before = (call) => {
        if (call === 'check' && ++asked === 2) throw new Error('The order makes no sense');
      };
      await room.deliverAll();
      expect(await mails()).toEqual([['a', 'b', 'c']]);
    });

    it('fail for good each, when the server will never take the mail', async () => {
      room.postbox.fault = () => new PermanentMailFailure('550 no such user');
      await due([ANNA], 'a', 'b');
      await room.deliver();
      expect((await room.history()).filter((line) => line.startsWith('ReminderFailed'))).toEqual(
        Array(2).fill(`ReminderFailed 60 ${ANNA} true 550 no such user`),
      );
      expect(await room.rows()).toEqual([]);
    });

    it('are parked together, and one that is replayed takes the others along', async () => {
      later(TO_ANNA);
      await due([ANNA, BORIS], 'a', 'b');
      await room.deliverAll();
      const parked = await room.letters.all();
      expect(parked.map(({ attempts, recipient }) => [attempts, recipient])).toEqual(
        Array(2).fill([MAX_ATTEMPTS, ANNA]),
      );

      room.postbox.fault = undefined;
      await room.letters.replay(String(parked[1]?.key), room.now);
      await room.deliver();
      expect(await mails()).toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ]);
      expect(room.postbox.taken[1]?.messageId).toBe(parked[0]?.mail);
      expect(await room.letters.all()).toEqual([]);
    });
  });
});

function licenseOf(of: Due) {
  const id = (of.kind === 'reminder' ? of.subject.id : 'none') as LicenseId;
  return { id, product: 'Reader', quota: 1, externalId: `no.${id}` };
}
