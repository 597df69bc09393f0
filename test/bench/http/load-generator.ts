import autocannon from 'autocannon';

export interface Load {
  /** Where the server is. */
  readonly address: string;
  /** Bearer token. */
  readonly token: string;
  /** Path of a thing: each client goes round its own share of them, so that no two ever meet on one. */
  readonly things: readonly string[];
  /** What is posted to, below the thing. */
  readonly action: string;
  readonly clients: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Not answered, or not with 2xx. */
  readonly failed: number;
}

async function generate({ address, token, things, action, clients, seconds }: Load): Promise<LoadResult> {
  let client = 0;
  let sent = 0;
  const {
    errors,
    timeouts,
    non2xx,
    '2xx': answered,
    duration,
  } = await autocannon({
    url: address,
    connections: clients,
    duration: seconds,
    setupClient: (connection) => {
      const share = things.filter((_, index) => index % clients === client);
      client += 1;
      connection.setRequests(
        share.map((thing) => ({
          method: 'POST',
          path: `${thing}/${action}`,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          setupRequest: (request) => ({
            ...request,
            body: JSON.stringify({ kind: 'purchase-order', reference: `PO-${process.pid}-${sent++}` }),
          }),
        })),
      );
    },
  });
  return { perSecond: answered / duration, failed: errors + timeouts + non2xx };
}

process.once('message', (task: Load) => {
  void generate(task).then((result) => process.send?.(result, () => process.disconnect()));
});
