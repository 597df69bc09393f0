import type { AtTime } from '../shared/decision';
import { rfc3339 } from '../term';
import type { MailHeld, MailReleased } from './events';
import type { Installation } from './state';

export type HoldMail = MailHeld['data'];
export type ReleaseMail = Omit<MailReleased['data'], 'at'>;

/** The first import holds mail. What was released once stays so: a later import must not silence a live desk. */
export function holdMail(installation: Installation, command: HoldMail): MailHeld[] {
  return installation.mail === 'never-held' ? [{ type: 'MailHeld', data: command }] : [];
}

export function releaseMail(installation: Installation, command: ReleaseMail, { now }: AtTime): MailReleased[] {
  return installation.mail === 'held' ? [{ type: 'MailReleased', data: { ...command, at: rfc3339(now) } }] : [];
}
