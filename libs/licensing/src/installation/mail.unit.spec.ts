import { bySupport, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { MailHeld, MailReleased } from './events';
import { fold } from '../shared/stream';
import { holdMail, releaseMail } from './hold-mail';
import { installationStream } from './state';

const given = specification(installationStream);
const held: MailHeld = { type: 'MailHeld', data: { because: 'import' } };
const released: MailReleased = { type: 'MailReleased', data: { by: bySupport, at: '2026-03-01T11:00:00Z' } };
const now = on('2026-03-01');
const byTheDesk = { by: bySupport };

describe('mail after an import', () => {
  it('is held once', () => {
    given([]).when(holdMail, held.data).then([held]);
    given([held]).when(holdMail, held.data).thenNothing();
  });

  it('is released once', () => {
    given([held]).when(releaseMail, byTheDesk, { now }).then([released]);
    given([held, released]).when(releaseMail, byTheDesk, { now }).thenNothing();
  });

  it('knows since when it goes out', () =>
    expect(fold(installationStream, [held, released])).toEqual({ mail: 'released', releasedAt: now }));

  it('is not held again once the desk is live', () => given([held, released]).when(holdMail, held.data).thenNothing());

  it('is not released where it never was held', () => given([]).when(releaseMail, byTheDesk, { now }).thenNothing());
});
