import { setImmediate as nextTurn } from 'node:timers/promises';
import { EventStoreDBClient, WrongExpectedVersionError } from '@eventstore/db-client';
import { EventStoreDbDouble } from '..';
import type { Played } from './played';
import { PlayedSubscription } from './played-subscription';
import type { RecordedCall, Recording } from './recording';
import { connectionStringTo, spoken } from './values';

/** Makes the recorded calls with the real client on the double, as concurrently as they were recorded. */
export class Player {
  private readonly clients = new Map<string, EventStoreDBClient>();
  private readonly results: Promise<Played>[] = [];
  private readonly pending = new Map<RecordedCall, Promise<Played>>();
  private readonly subscriptions = new Map<number, PlayedSubscription>();
  private heardUntil = 0;

  private constructor(
    private readonly double: EventStoreDbDouble,
    private readonly recording: Recording,
  ) {
    for (const { client, connectionString } of recording.clients) {
      this.clients.set(client, EventStoreDBClient.connectionString(connectionStringTo(double.port, connectionString)));
    }
  }

  /** @param isPlayed Leaves out calls that were made in a way of their own. */
  static async play(recording: Recording, isPlayed: (call: RecordedCall) => boolean): Promise<Played[]> {
    const double = await EventStoreDbDouble.start();
    const player = new Player(double, recording);
    try {
      for (const call of recording.calls.filter(isPlayed)) await player.begin(call);
      return await player.finish();
    } finally {
      for (const client of player.clients.values()) await client.dispose();
      await double.stop();
    }
  }

  private async begin(call: RecordedCall): Promise<void> {
    for (const [earlier, result] of this.pending) {
      if ((earlier.doneAfterWire ?? Infinity) > call.afterWire) continue;
      await result;
      this.pending.delete(earlier);
    }
    for (const subscription of this.subscriptions.values()) await subscription.hears(call.afterWire);
    await this.restartWhere(call.afterWire, this.clientOf(call));
    if (call.method === 'unsubscribe') return; // as the end of that subscription
    if (call.emitted) return void this.subscriptions.set(call.n, new PlayedSubscription(this.clientOf(call), call));
    const result = this.make(call);
    this.pending.set(call, result);
    this.results.push(result);
  }

  private async make(call: RecordedCall): Promise<Played> {
    try {
      return { call, returned: await this.invoke(call) };
    } catch (threw) {
      return { call, threw };
    }
  }

  private async invoke({ method, args, client }: RecordedCall): Promise<unknown> {
    const connected = this.clients.get(client) as unknown as Record<string, (...args: unknown[]) => unknown>;
    const result = connected[method]?.(...args.map(spoken));
    if (method !== 'readStream' && method !== 'readAll') return result;
    const events: unknown[] = [];
    for await (const event of result as AsyncIterable<unknown>) events.push(event);
    return { events };
  }

  /** A restart of the recorded server is one of the double. */
  private async restartWhere(wire: number, next: EventStoreDBClient): Promise<void> {
    const restarts = this.recording.wire.filter(
      ({ n, note }) => n > this.heardUntil && n <= wire && note?.includes('started again'),
    );
    this.heardUntil = wire;
    if (restarts.length === 0) return;
    await this.double.goDown();
    await this.double.comeBack();
    while (!(await this.reaches(next))) await nextTurn();
  }

  /**
   * The clients of a process share a connection, and it takes a moment until they notice that it broke. Asked by a call
   * with a deadline, which a read has not, and which writes nothing.
   */
  private async reaches(client: EventStoreDBClient): Promise<boolean> {
    try {
      await client.deleteStream('no-such-stream', { expectedRevision: 0n, deadline: 500 });
      return true;
    } catch (error) {
      return error instanceof WrongExpectedVersionError;
    }
  }

  private async finish(): Promise<Played[]> {
    const played = await Promise.all(this.results);
    for (const subscription of this.subscriptions.values()) played.push(await subscription.finish());
    return played;
  }

  private clientOf({ client }: RecordedCall): EventStoreDBClient {
    const connected = this.clients.get(client);
    if (!connected) throw new Error(`The recording names no client ${client}`);
    return connected;
  }
}
