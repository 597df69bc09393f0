import { fold } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { LicenseEvent } from './events';
import { licenseExpired, licenseIssued, licenseRenewed, renewalOpened, running } from './examples.spec';
import { licenseStream } from './license-stream';

describe('the history of a license', () => {
  it('ends the claim when the successor is recorded', () => {
    const renewed = fold(licenseStream, [...running, renewalOpened, licenseRenewed]);
    expect(renewed).toMatchObject({ status: 'active', successor: licenseRenewed.data });
    expect(renewed).not.toHaveProperty('claim');
  });

  it('never passes over an event that it does not know', () => {
    const fromTheFuture = { type: 'LicenseFramed', data: {} } as unknown as LicenseEvent;
    expect(() => fold(licenseStream, [licenseIssued(), fromTheFuture])).toThrow(UnknownEvent);
  });

  it('never passes over an event that cannot be there', () =>
    expect(() => fold(licenseStream, [licenseIssued(), licenseExpired])).toThrow(EventOutOfPlace));
});
