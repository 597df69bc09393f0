import { verifyChains } from '@renewals/audit';
import { type EventStore, MemoryEventStore, RevisionConflict, StoreUnavailable } from '@renewals/event-store';
import { eventId } from '@renewals/platform';
import { contextOf } from '../../../../test/support/samples';
import { StaleRevision } from './errors';
import { order, Program } from './order-streams.spec';

/** Two programs on one store: each has its own memory of what it folded. */
function twoPrograms(): { one: Program; other: Program } {
  const store = new MemoryEventStore();
  return { one: new Program(store), other: new Program(store) };
}

/** The next append is stored, and its answer never arrives. */
function loseNextAnswer({ watched }: Program): void {
  watched.afterAppend = () => {
    watched.afterAppend = () => undefined;
    throw new StoreUnavailable('the answer was lost');
  };
}

async function expectWhole(store: EventStore): Promise<void> {
  expect((await verifyChains(store)).broken).toEqual([]);
}

describe('rule 1: an exact revision is expected', () => {
  it('no stream by who begins it, then the one that was decided on', async () => {
    const program = new Program();
    await program.place();
    await program.unsubscribe('ann');
    await program.unsubscribe('bob');
    expect(program.watched.appends.map(({ expected }) => expected)).toEqual(['no-stream', 0, 1]);
  });

  it('also by a program that read the stream, and by one whose memory was behind', async () => {
    const { one, other } = twoPrograms();
    await one.place();
    await one.unsubscribe('ann');
    await other.unsubscribe('bob');
    await one.unsubscribe('eve');
    expect(other.watched.appends.map(({ expected }) => expected)).toEqual([1]);
    expect(one.watched.appends.map(({ expected }) => expected)).toEqual(['no-stream', 0, 1, 2]);
  });
});

describe('rule 2: the ids of events come from the command', () => {
  it('by their index', async () => {
    const program = new Program();
    await program.place(contextOf('place'));
    expect(await program.stored()).toEqual([
      expect.objectContaining({ id: eventId(contextOf('place').commandId, 0), type: 'OrderPlaced' }),
    ]);
  });

  it('whoever sends it, and when', async () => {
    const [here, there] = [new Program(), new Program()];
    there.now += 3_600_000;
    for (const program of [here, there]) await program.place();
    expect((await there.stored()).map(({ id }) => id)).toEqual((await here.stored()).map(({ id }) => id));
  });
});

describe('rule 3: the same command again gets its first answer', () => {
  it('when the stream has gone on', async () => {
    const program = new Program();
    await program.place();
    const first = await program.unsubscribe('ann');
    await program.unsubscribe('bob');

    expect(await program.unsubscribe('ann')).toEqual({ ...first, wrote: false });
    expect(await program.stored()).toHaveLength(3);
  });

  it('also where it would do something else today', async () => {
    const program = new Program();
    await program.place();
    const first = await program.unsubscribe('ann', contextOf('once'));
    expect(await program.unsubscribe('bob', contextOf('once'))).toEqual({ ...first, wrote: false });
    expect(await program.unsubscribed()).toEqual(['ann']);
  });

  it.each([
    ['that begins a stream', (program: Program) => program.place()],
    ['that goes on with one', (program: Program) => program.unsubscribe('ann')],
  ])('from a program that was started again, for a command %s', async (_which, send) => {
    const { one, other: restarted } = twoPrograms();
    await one.place();
    await one.unsubscribe('ann');
    await one.unsubscribe('bob');
    restarted.now += 60_000;

    expect(await send(restarted)).toEqual({ revision: (await send(one)).revision, wrote: false });
    expect(restarted.streams.appendedEvents).toBe(0);

    await restarted.unsubscribe('eve');
    expect(await restarted.stored()).toHaveLength(4);
    await expectWhole(restarted.watched.real);
  });

  it.each([false, true])('after a lost answer, and the stream goes on (sole writer: %s)', async (soleWriter) => {
    const program = new Program(new MemoryEventStore(), { soleWriter });
    for (const send of [() => program.place(), () => program.unsubscribe('ann')]) {
      loseNextAnswer(program);
      await expect(send()).rejects.toThrow(StoreUnavailable);
      program.now += 60_000;
      await send();
    }
    await program.unsubscribe('bob');

    expect((await program.stored()).map(({ type }) => type)).toEqual([
      'OrderPlaced',
      'RemindersUnsubscribed',
      'RemindersUnsubscribed',
    ]);
    expect(await program.unsubscribed()).toEqual(['ann', 'bob']);
    await expectWhole(program.watched.real);
  });

  it('when it is sent twice at once', async () => {
    const program = new Program();
    program.watched.beforeAppend = () => void (program.now += 1);
    await Promise.all([program.place(), program.place(), program.place()]);
    await Promise.all([program.unsubscribe('ann'), program.unsubscribe('ann')]);
    await program.unsubscribe('bob');
    expect(await program.stored()).toHaveLength(3);
    await expectWhole(program.watched.real);
  });
});

describe('rule 3: two processes that begin a stream with the same command', () => {
  it('store it once, and each goes on with what is stored', async () => {
    const { one, other } = twoPrograms();
    other.now += 60_000;
    one.watched.beforeAppend = async () => {
      one.watched.beforeAppend = () => undefined;
      await other.place();
    };
    await one.place();
    await one.unsubscribe('ann');
    await other.unsubscribe('bob');
    expect((await one.stored()).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    await expectWhole(one.watched.real);
  });
});

describe('rule 4: what was folded before stands in for reading', () => {
  it('for a command that begins a stream, and for each that follows', async () => {
    const program = new Program(new MemoryEventStore(), { soleWriter: true });
    await program.place();
    await program.unsubscribe('ann');
    await program.unsubscribe('bob');
    expect(program.watched.reads).toEqual([]);
  });

  it('a stale state only loses the append', async () => {
    const { one, other } = twoPrograms();
    await one.place();
    await one.unsubscribe('ann');
    await other.unsubscribe('bob');

    expect(await one.unsubscribe('eve')).toEqual({ revision: 3, wrote: true });
    expect(one.pauses).toEqual([1]);
    expect(await other.unsubscribed()).toEqual(['ann', 'bob', 'eve']);
    await expectWhole(one.watched.real);
  });

  it('a refusal only counts on a state that was read afresh', async () => {
    const { one, other } = twoPrograms();
    await expect(other.unsubscribe('ann')).rejects.toThrow('no such order');
    await one.place();
    expect(await other.unsubscribe('ann')).toEqual({ revision: 1, wrote: true });
  });

  it('so does "nothing to do"', async () => {
    const { one, other } = twoPrograms();
    await one.place();
    expect(await other.place(contextOf('place another'))).toEqual({ revision: 0, wrote: false });
  });

  it('gives up after three lost appends, with a pause between', async () => {
    const { one, other } = twoPrograms();
    await one.place();
    let rivals = 0;
    one.watched.beforeAppend = async () => void (await other.unsubscribe(`rival ${(rivals += 1)}`));

    await expect(one.unsubscribe('ann')).rejects.toThrow(RevisionConflict);
    expect(rivals).toBe(3);
    expect(one.pauses).toEqual([1, 2]);
  });

  it('a sole writer that was wrong about that reads again', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [new Program(store, { soleWriter: true }), new Program(store)];
    await one.place();
    await other.unsubscribe('bob');
    expect(await one.unsubscribe('ann')).toEqual({ revision: 2, wrote: true });
  });
});

describe('a client that says what it saw', () => {
  const seeing = (ifMatch: number) => contextOf(`seeing ${ifMatch}`, { ifMatch });

  it('writes when that is how it stands', async () => {
    const program = new Program();
    await program.place();
    expect(await program.unsubscribe('ann', seeing(0))).toEqual({ revision: 1, wrote: true });
  });

  it.each([-1, 0, 2])('is told when the order has moved on, or was never there (%s)', async (revision) => {
    const { one, other } = twoPrograms();
    await one.place();
    await other.unsubscribe('bob');
    await expect(one.unsubscribe('ann', seeing(revision))).rejects.toThrow(new StaleRevision(revision, 1));
    expect(await one.stored()).toHaveLength(2);
  });

  it('gets the first answer to a command that it sends again', async () => {
    const program = new Program();
    await program.place();
    const first = await program.unsubscribe('ann', seeing(0));
    expect(await program.unsubscribe('ann', seeing(0))).toEqual({ ...first, wrote: false });
  });
});

describe('an event of a newer program', () => {
  const newer = { id: eventId(contextOf('newer').commandId, 0), data: {}, metadata: { schema: 1, commandId: 'newer' } };

  it.each([
    ['of an unknown type', { ...newer, type: 'OrderFrobnicated' }, 'this program knows no such event'],
    ['of an unknown version', { ...newer, type: 'ContactAdded', metadata: { schema: 2 } }, 'up to version 1'],
  ])('%s refuses every command to its stream, and nothing is lost', async (_which, event, why) => {
    const store = new MemoryEventStore();
    await new Program(store).place();
    await store.append(order, 0, [event]);
    const program = new Program(store);

    for (const name of ['ann', 'bob']) await expect(program.unsubscribe(name)).rejects.toThrow(why);
    expect(await program.stored()).toHaveLength(2);
  });
});
