import { Logger } from '@nestjs/common';

const log = new Logger('engine');

export function onWarning(sentence: string): void {
  log.warn(sentence);
}

export function onFault(error: Error): void {
  log.warn(error.message);
}

/** One lost subscription is everyday business: a busy store drops readers that fall behind. */
export function onLostSubscription(error: Error, inARow: number): void {
  if (inARow > 1) onFault(error);
}
