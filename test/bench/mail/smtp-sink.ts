import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type SinkMessage = { readonly port: number } | { readonly first: string };

/** Takes every mail, keeps none, and hands on the first. Ends with the process that forked it. */
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, answer) => void take(stream).then(() => answer()),
});

let isFirst = true;

async function take(stream: NodeJS.ReadableStream): Promise<void> {
  const mail = await buffer(stream);
  if (isFirst) tell({ first: mail.toString('base64') });
  isFirst = false;
}

function tell(message: SinkMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => tell({ port: (server.server.address() as AddressInfo).port }));
