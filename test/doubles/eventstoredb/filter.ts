import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './log';

export function eventFilter(filter: ReadReq.Options.FilterOptions | undefined): (event: LogRecord) => boolean {
  const byStream = filter?.getStreamIdentifier();
  const expression = byStream ?? filter?.getEventType();
  if (!expression) return () => true;
  const subject = (event: LogRecord): string => (byStream ? event.stream : event.type);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const regex = new RegExp(expression.getRegex(), 'u');
  return (event) => regex.test(subject(event));
}
