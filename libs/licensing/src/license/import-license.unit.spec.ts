import { specification } from '../shared/specification.spec';
import { isoDate } from '../term';
import { licenseActivated, licenseExpired, licenseIssued, licenseTerminated, oldTerm, running } from './examples.spec';
import { type ImportLicense, importLicense } from './import-license';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);

const { origin: _imported, ...grant } = licenseIssued().data;
const atImport: ImportLicense = { grant, term: oldTerm, asOf: isoDate('2026-01-31') };
const imported = [licenseIssued({ origin: 'import' }), licenseActivated({ mode: 'import' })];

describe('importing a license', () => {
  it('takes over the term that runs', () => given([]).when(importLicense, atImport).then(imported));

  it('is still valid on its last day, and expired on the next', () => {
    given([])
      .when(importLicense, { ...atImport, asOf: isoDate('2026-03-10') })
      .then(imported);
    given([])
      .when(importLicense, { ...atImport, asOf: isoDate('2026-03-11') })
      .then([...imported, licenseExpired]);
  });

  it('records a termination instead of an expiry', () => {
    const termination = licenseTerminated.data;
    given([])
      .when(importLicense, { ...atImport, asOf: isoDate('2026-04-01'), termination })
      .then([...imported, licenseTerminated]);
    given([])
      .when(importLicense, { ...atImport, termination: { ...termination, on: isoDate('2025-03-09') } })
      .thenRefused('INVALID_DATE');
  });

  it('is done once', () => given(running).when(importLicense, atImport).thenNothing());
});
