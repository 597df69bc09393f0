import { byClockwork, bySales, ann, bob, license, oldLicense } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { addRenewalNote } from './add-note';
import { assignOwner } from './assign-owner';
import type { ConfirmationSent, NoteAdded, OwnerAssigned, RenewalCompleted, RenewalWithdrawn } from './events';
import { contractStarted, invoiced, line, lineCompleted, lineFailed, renewalRequested } from './examples.spec';
import { recordConfirmation } from './record-confirmation';
import { renewalStream } from './renewal-stream';

const given = specification(renewalStream);
const requested = [renewalRequested()];
const withdrawn: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: { reason: 'by-sales', by: bySales } };

describe('the owner of a renewal', () => {
  const assigned = (owner: string): OwnerAssigned => ({ type: 'OwnerAssigned', data: { owner, by: bySales } });

  it('is the last one that was assigned', () => {
    given(requested)
      .when(assignOwner, assigned('sam').data)
      .then([assigned('sam')]);
    given([...requested, assigned('sam')])
      .when(assignOwner, assigned('sam').data)
      .thenNothing();
    given([...requested, assigned('sam'), assigned('pat')])
      .when(assignOwner, assigned('sam').data)
      .then([assigned('sam')]);
  });

  it('is somebody, of a renewal that goes on', () => {
    given(requested).when(assignOwner, assigned(' ').data).thenRefused('INVALID_INPUT');
    given([]).when(assignOwner, assigned('sam').data).thenRefused('NOT_FOUND');
    given([...requested, withdrawn])
      .when(assignOwner, assigned('sam').data)
      .thenRefused('RENEWAL_ENDED');
  });
});

describe('a note', () => {
  const note: NoteAdded = { type: 'NoteAdded', data: { text: 'Wants two more seats.', by: bySales } };

  it('is kept, as often as it is written', () =>
    given([...requested, note])
      .when(addRenewalNote, note.data)
      .then([note]));

  it('says something, about a renewal that goes on', () => {
    given(requested)
      .when(addRenewalNote, { ...note.data, text: '' })
      .thenRefused('INVALID_INPUT');
    given([...requested, withdrawn])
      .when(addRenewalNote, note.data)
      .thenRefused('RENEWAL_ENDED');
  });
});

describe('the confirmation', () => {
  const sentTo = (contactId: typeof ann): ConfirmationSent => ({
    type: 'ConfirmationSent',
    data: { contactId, messageId: '<1@portal.example>', receipt: true, keyInstructions: true },
  });
  const completed: RenewalCompleted = { type: 'RenewalCompleted', data: { outcome: 'success' } };
  const done = [...invoiced, lineCompleted, completed, contractStarted];

  it('is recorded once for each contact, when the contract has started [L12][L31]', () => {
    given(done)
      .when(recordConfirmation, sentTo(ann).data)
      .then([sentTo(ann)]);
    given([...done, sentTo(ann)])
      .when(recordConfirmation, sentTo(ann).data)
      .thenNothing();
    given([...done, sentTo(ann)])
      .when(recordConfirmation, sentTo(bob).data)
      .then([sentTo(bob)]);
  });

  it('waits for the contracts of all lines that did not fail', () => {
    given([...invoiced, lineCompleted, completed])
      .when(recordConfirmation, sentTo(ann).data)
      .thenRefused('NOT_ALLOWED', 'have started');
    const second = { ...oldLicense, id: license('second') };
    const ofTwo = [renewalRequested({ lines: [line(), line({ subject: second })] }), ...invoiced.slice(1)];
    given([...ofTwo, lineCompleted, contractStarted])
      .when(recordConfirmation, sentTo(ann).data)
      .thenRefused('NOT_ALLOWED');
    const secondFailed = { ...lineFailed, data: { ...lineFailed.data, subject: second } };
    given([...ofTwo, lineCompleted, secondFailed, completed, contractStarted])
      .when(recordConfirmation, sentTo(ann).data)
      .then([sentTo(ann)]);
  });

  it('is none where nothing was renewed', () =>
    given([...invoiced, lineFailed, { type: 'RenewalCompleted', data: { outcome: 'partial-failure' } }])
      .when(recordConfirmation, sentTo(ann).data)
      .thenRefused('NOT_ALLOWED'));

  it('is not for what was withdrawn before', () =>
    given([...requested, { ...withdrawn, data: { reason: 'expired', by: byClockwork } }])
      .when(recordConfirmation, sentTo(ann).data)
      .thenRefused('NOT_ALLOWED'));
});
