import { bob, organizationId } from '../shared/examples.spec';
import { on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { confirmation, noticeDue, noticeFailed, noticeSent, noticeSuppressed, toAnn, usedUp } from './examples.spec';
import { raiseNotice } from './raise-notice';
import { recordNotice } from './record-notice';
import { noticeStream } from './state';

const given = specification(noticeStream);
const today = { dueAt: on('2026-02-01') };
const invitation = {
  noticeId: 'invited',
  kind: 'invitation',
  about: { organizationId, invitationId: 'first', contactId: bob },
} as const;

describe('a notice', () => {
  it('is due once', () => {
    given([]).when(raiseNotice, usedUp, today).then([noticeDue]);
    given([noticeDue]).when(raiseNotice, usedUp, today).thenNothing();
    given([noticeSuppressed('before-go-live')])
      .when(raiseNotice, usedUp, today)
      .thenNothing();
  });

  it('of the time before mail was released is recorded, not sent', () => {
    const beforeRelease = { ...today, mailReleasedAt: on('2026-02-02') };
    given([])
      .when(raiseNotice, usedUp, beforeRelease)
      .then([noticeSuppressed('before-go-live')]);
    given([])
      .when(raiseNotice, usedUp, { ...today, mailReleasedAt: on('2026-01-31') })
      .then([noticeDue]);
  });

  it('that somebody waits for is sent also from that time', () =>
    given([])
      .when(raiseNotice, invitation, { ...today, mailReleasedAt: on('2026-02-02') })
      .then([{ type: 'NoticeDue', data: invitation }]));
});

describe('what became of its mails', () => {
  const toBob = { to: 'contact', contactId: bob } as const;
  const sentTo = (addressee = toAnn) =>
    ({ outcome: 'sent', addressee, messageId: '<m@desk.example>', answer: '250 OK' }) as const;
  const failed = (answer: string, permanent = false) =>
    ({ outcome: 'failed', addressee: toAnn, messageId: '<m@desk.example>', answer, permanent }) as const;
  const noAccess = { outcome: 'suppressed', addressee: toAnn, reason: 'no-access' } as const;

  it('is recorded once for each who gets it', () => {
    given([noticeDue]).when(recordNotice, sentTo()).then([noticeSent()]);
    given([noticeDue, noticeSent()]).when(recordNotice, sentTo()).thenNothing();
    given([noticeDue, noticeSent()])
      .when(recordNotice, sentTo(toBob))
      .then([noticeSent(toBob)]);
    given([noticeDue, noticeSent()])
      .when(recordNotice, sentTo({ to: 'sales' }))
      .then([noticeSent({ to: 'sales' })]);
  });

  it('says why somebody did not get it', () => {
    given([noticeDue])
      .when(recordNotice, noAccess)
      .then([noticeSuppressed('no-access', toAnn)]);
    given([noticeDue, noticeSuppressed('no-access', toAnn)])
      .when(recordNotice, noAccess)
      .thenNothing();
    given([noticeDue, noticeSent()]).when(recordNotice, noAccess).thenNothing();
  });

  it('keeps each new failure, until it is sent', () => {
    given([noticeDue])
      .when(recordNotice, failed('451 later'))
      .then([noticeFailed('451 later')]);
    given([noticeDue, noticeFailed('451 later')])
      .when(recordNotice, failed('451 later'))
      .thenNothing();
    given([noticeDue, noticeFailed('451 later')])
      .when(recordNotice, failed('550 unknown', true))
      .then([noticeFailed('550 unknown', true)]);
    given([noticeDue, noticeFailed('451 later')])
      .when(recordNotice, sentTo())
      .then([noticeSent()]);
    given([noticeDue, noticeSent()]).when(recordNotice, failed('451 later')).thenNothing();
  });

  it('says once that there is nobody to get it', () => {
    given([noticeDue])
      .when(recordNotice, { outcome: 'no-recipient' })
      .then([noticeSuppressed('no-recipient')]);
    given([noticeDue, noticeSuppressed('no-recipient')])
      .when(recordNotice, { outcome: 'no-recipient' })
      .thenNothing();
  });

  it('is of what is due', () => {
    given([]).when(recordNotice, sentTo()).thenRefused('NOT_FOUND');
    given([noticeSuppressed('before-go-live')])
      .when(recordNotice, sentTo())
      .thenRefused('NOT_FOUND');
  });

  it('is about one thing, whatever its kind', () =>
    given([])
      .when(raiseNotice, confirmation, today)
      .then([{ type: 'NoticeDue', data: confirmation }]));
});
