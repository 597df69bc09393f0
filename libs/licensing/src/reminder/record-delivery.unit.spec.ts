import { ann, bob } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { AlertRaised, ReminderFailed } from './events';
import { due, sent, suppressed, theExpiry } from './examples.spec';
import { recordFailed, recordNoRecipient, recordSent, recordSuppressed } from './record-delivery';
import { reminderStream } from './state';

const given = specification(reminderStream);

const failed = (answer: string, permanent = false): ReminderFailed => ({
  type: 'ReminderFailed',
  data: { ...theExpiry, offset: 30, contactId: ann, messageId: '<m>', permanent, answer },
});

describe('recording the delivery of a reminder', () => {
  it('says once for each contact that it was sent', () => {
    given([due(30)])
      .when(recordSent, sent(30).data)
      .then([sent(30)]);
    given([due(30), sent(30)])
      .when(recordSent, sent(30).data)
      .thenNothing();
    given([due(30), sent(30)])
      .when(recordSent, sent(30, bob).data)
      .then([sent(30, bob)]);
  });

  it('is for what is due', () => {
    given([]).when(recordSent, sent(30).data).thenRefused('NOT_FOUND');
    given([suppressed(30, 'superseded')])
      .when(recordSent, sent(30).data)
      .thenRefused('NOT_FOUND');
  });

  it('says why a contact did not get it', () => {
    const data = { ...suppressed(30, 'unsubscribed', ann).data, contactId: ann };
    given([due(30)])
      .when(recordSuppressed, data)
      .then([suppressed(30, 'unsubscribed', ann)]);
    given([due(30), suppressed(30, 'unsubscribed', ann)])
      .when(recordSuppressed, data)
      .thenNothing();
    given([due(30), sent(30)])
      .when(recordSuppressed, data)
      .thenNothing();
  });

  it('keeps each new failure, until it is sent', () => {
    given([due(30)])
      .when(recordFailed, failed('451 later').data)
      .then([failed('451 later')]);
    given([due(30), failed('451 later')])
      .when(recordFailed, failed('451 later').data)
      .thenNothing();
    given([due(30), failed('451 later')])
      .when(recordFailed, failed('550 unknown', true).data)
      .then([failed('550 unknown', true)]);
    given([due(30), failed('451 later')])
      .when(recordSent, sent(30).data)
      .then([sent(30)]);
    given([due(30), sent(30)])
      .when(recordFailed, failed('451 later').data)
      .thenNothing();
  });

  it('alerts sales when there is nobody to write to', () => {
    const nobody = suppressed(30, 'no-recipient');
    const alert: AlertRaised = { type: 'AlertRaised', data: { ...theExpiry, offset: 30, reason: 'no-recipient' } };
    given([due(30)])
      .when(recordNoRecipient, { ...theExpiry, offset: 30 })
      .then([nobody, alert]);
    given([due(30)])
      .when(recordNoRecipient, { ...theExpiry, offset: 30, unreached: [{ contactId: ann, reason: 'unreachable' }] })
      .then([suppressed(30, 'unreachable', ann), nobody, alert]);
    given([due(30), nobody, alert])
      .when(recordNoRecipient, { ...theExpiry, offset: 30 })
      .thenNothing();
  });
});
