import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/** Another user of the client library in this process, who appends as its documentation says. */
export class Neighbour {
  private readonly client: EventStoreDBClient;

  constructor(connectionString: string) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  async append(stream: string): Promise<void> {
    await this.client.appendToStream(stream, jsonEvent({ type: 'NeighbourCalled', data: {} }));
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}
