import type { Figure } from '../figure';
import type { Workspace } from '../workspace';
import { append } from './append';
import { eventStoreDb } from './event-store-db';
import { fold } from './fold';
import { http } from './http';
import { imported } from './import';
import { mail } from './mail';
import { rebuild } from './rebuild';
import { scale } from './scale';
import { simulate } from './simulate';
import { stories } from './stories';
import { verify } from './verify';

export type Measurement = (workspace: Workspace) => Promise<Figure[]>;

/** In the order in which they are measured, each in a process of its own. */
export const measurements: Readonly<Record<string, Measurement>> = {
  append,
  fold,
  stories,
  import: imported,
  rebuild,
  verify,
  scale,
  simulate,
  mail,
  http,
  'event-store-db': eventStoreDb,
};
