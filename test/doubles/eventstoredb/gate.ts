import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The TCP port that clients see, before the gRPC server: here connections break, freeze and are refused. */
export class Gate {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private frozen = false;
  private visiblePort = 0;

  constructor(private readonly behind: () => number) {}

  get port(): number {
    return this.visiblePort;
  }

  /** Listens; again on the same port when it was open before. */
  async open(): Promise<void> {
    const server = createServer((client) => this.relay(client));
    this.server = server.listen(this.visiblePort, '127.0.0.1');
    await once(server, 'listening');
    this.visiblePort = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    const closed = once(server, 'close');
    server.close();
    this.breakConnections();
    await closed;
  }

  breakConnections(): void {
    for (const socket of [...this.sockets]) socket.resetAndDestroy();
  }

  /** As SIGSTOP: connections stay open and are accepted, nothing moves. */
  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  private relay(client: Socket): void {
    const inner = connect(this.behind(), '127.0.0.1');
    this.join(client, inner);
    this.join(inner, client);
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => {
      if (!this.frozen) from.resume();
    });
    from.on('error', () => undefined); // followed by 'close'
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    if (this.frozen) from.pause();
  }
}
