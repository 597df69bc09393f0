import { refused, type Refused } from '../shared/rule';
import type { Maintenance } from './state';

const isStarted = (maintenance: Maintenance): Refused | undefined =>
  maintenance.status === 'none'
    ? refused('NOT_FOUND', 'This license has no maintenance. Look in Order > Full License whether it expires itself.')
    : undefined;

const hasNotEnded = (maintenance: Maintenance): Refused | undefined =>
  maintenance.status === 'ended'
    ? refused(
        'LICENSE_TERMINATED',
        `The license was terminated, and its maintenance with it: ${maintenance.ending.on} was the last day. Place a new order for a new one.`,
      )
    : undefined;

export const canGoOn = [isStarted, hasNotEnded] as const;
