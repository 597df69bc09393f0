import type { handleUnaryCall } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import type { ServerContext } from './context';
import { uuid } from './messages';

const STREAMS = 'event_store.client.streams.streams';
const SUPPORTED: readonly (readonly [service: string, method: string, features: string[]])[] = [
  [STREAMS, 'read', ['position', 'events']],
  [STREAMS, 'append', []],
  [STREAMS, 'delete', []],
  [STREAMS, 'tombstone', []],
  [STREAMS, 'batchappend', ['deadline_duration']],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

export function serverFeaturesHandler({ calls }: ServerContext): handleUnaryCall<Empty, SupportedMethods> {
  return (_call, callback) => {
    calls.serverFeatures += 1;
    const methods = SUPPORTED.map(([service, method, features]) =>
      new SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(features),
    );
    callback(null, new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('23.10.6'));
  };
}

/** A cluster of one: this node leads. */
export function gossipHandler(port: () => number): handleUnaryCall<Empty, ClusterInfo> {
  return (_call, callback) => {
    const member = new MemberInfo()
      .setInstanceId(uuid('5e0f6c1a-94a5-4b0c-8f3e-0f2b1d3c4a5e'))
      .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port()));
    callback(null, new ClusterInfo().setMembersList([member]));
  };
}
