import { promisify } from 'node:util';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { appendHandler } from './append';
import { batchAppendHandler } from './batch-append';
import type { ServerContext } from './context';
import { deleteHandler, tombstoneHandler } from './delete';
import { failure } from './failures';
import { type AppendFault, AppendFaults } from './faults';
import { Gate } from './gate';
import { gossipHandler, serverFeaturesHandler } from './node';
import { OpenSubscriptions } from './open-subscriptions';
import { readHandler } from './read';
import { Streams } from './streams';

const KESTREL_LIMIT = 17 * 1024 * 1024;

/**
 * An EventStoreDB 23.10 on one port of this machine, in memory: the real protocol, and switches for what goes wrong.
 * What it answers was compared with recordings of a real server (`test/contract/recordings.int.spec.ts`).
 */
export class EventStoreDbDouble {
  private readonly server = new Server({ 'grpc.max_receive_message_length': KESTREL_LIMIT });
  private readonly context: ServerContext;
  private readonly gate: Gate;
  private innerPort = 0;

  private constructor() {
    this.gate = new Gate(() => this.innerPort);
    this.context = {
      streams: new Streams(),
      appendFaults: new AppendFaults(),
      subscriptions: new OpenSubscriptions(),
      calls: { append: 0, batchAppend: 0, serverFeatures: 0 },
      openReads: 0,
      breakConnections: () => this.gate.breakConnections(),
    };
    this.server.addService(StreamsService, {
      read: readHandler(this.context),
      append: appendHandler(this.context),
      batchAppend: batchAppendHandler(this.context),
      delete: deleteHandler(this.context),
      tombstone: tombstoneHandler(this.context),
    });
    this.server.addService(ServerFeaturesService, { getSupportedMethods: serverFeaturesHandler(this.context) });
    this.server.addService(GossipService, { read: gossipHandler(() => this.gate.port) });
  }

  static async start(): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble();
    const bind = promisify(double.server.bindAsync.bind(double.server));
    double.innerPort = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
    await double.gate.open();
    return double;
  }

  async stop(): Promise<void> {
    await this.gate.close();
    this.server.forceShutdown();
  }

  get port(): number {
    return this.gate.port;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get calls(): Readonly<ServerContext['calls']> {
    return this.context.calls;
  }

  get openSubscriptions(): number {
    return this.context.subscriptions.count;
  }

  /** Subscriptions that wait until their reader takes more. */
  get heldBackSubscriptions(): number {
    return this.context.subscriptions.heldBack;
  }

  get openReads(): number {
    return this.context.openReads;
  }

  /** What the next appends run into, one fault for each. */
  failNextAppends(...faults: AppendFault[]): void {
    this.context.appendFaults.add(...faults);
  }

  softDelete(stream: string): void {
    this.context.streams.softDelete(stream, 'any');
  }

  tombstone(stream: string): void {
    this.context.streams.tombstone(stream, 'any');
  }

  breakConnections(): void {
    this.gate.breakConnections();
  }

  /** As a kill: connections are reset and refused until `comeBack`. What was written stays. */
  async goDown(): Promise<void> {
    await this.gate.close();
    this.context.streams.forgetIds();
  }

  /** On the same port. */
  comeBack(): Promise<void> {
    return this.gate.open();
  }

  freeze(): void {
    this.gate.freeze();
  }

  thaw(): void {
    this.gate.thaw();
  }

  /** Ends every subscription as an orderly stop of the real server does: as an unknown failure. */
  endSubscriptionsAsUnknown(): void {
    this.context.subscriptions.failAll(
      failure(status.INTERNAL, 'Received RST_STREAM with code 0 (Call ended without gRPC status)'),
    );
  }

  endSubscriptionsAsUnavailable(): void {
    this.context.subscriptions.failAll(failure(status.UNAVAILABLE, 'Connection dropped'));
  }
}
