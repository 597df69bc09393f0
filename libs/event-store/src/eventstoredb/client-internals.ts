import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { Connection } from './connection';

export type BatchAppendStream = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

/** A call of our own on the client's connection, which it goes on watching and replacing. */
export abstract class ClientInternals extends EventStoreDBClient {
  static openBatchAppend({ client, credentials }: Connection): Promise<BatchAppendStream> {
    const internals = client as ClientInternals;
    const open = internals.GRPCStreamCreator(StreamsClient, 'batchAppend', (grpc) =>
      grpc.batchAppend(...internals.callArguments(credentials, { deadline: Infinity })),
    );
    return open();
  }
}
