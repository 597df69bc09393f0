import { ann, license, renewalId } from '../shared/examples.spec';
import type { Addressee, NoticeDue, NoticeEvent, NoticeSuppressionReason } from './events';

/** Notices of the specs; not a spec itself. */
export const usedUp = {
  noticeId: 'used-up',
  kind: 'quota-threshold',
  about: { licenseId: license('old'), percent: 100, available: 5 },
} as const;

export const confirmation = { noticeId: 'confirmed', kind: 'confirmation', about: { renewalId } } as const;

export const toAnn: Addressee = { to: 'contact', contactId: ann };

export const noticeDue: NoticeDue = { type: 'NoticeDue', data: usedUp };

export function noticeSent(addressee = toAnn): NoticeEvent {
  return { type: 'NoticeSent', data: { ...usedUp, ...addressee, messageId: '<m@desk.example>', answer: '250 OK' } };
}

export function noticeSuppressed(reason: NoticeSuppressionReason, addressee?: Addressee): NoticeEvent {
  return { type: 'NoticeSuppressed', data: { ...usedUp, ...addressee, reason } };
}

export function noticeFailed(answer: string, permanent = false): NoticeEvent {
  return { type: 'NoticeFailed', data: { ...usedUp, ...toAnn, messageId: '<m@desk.example>', permanent, answer } };
}
