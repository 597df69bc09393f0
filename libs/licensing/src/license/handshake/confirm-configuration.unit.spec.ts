import { byAnn } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import type { LicenseEvent } from '../events';
import { licenseActivated, licenseIssued, licenseTerminated, running } from '../examples.spec';
import { licenseStream } from '../license-stream';
import { confirmConfiguration } from './confirm-configuration';

const given = specification(licenseStream);
const code = 'CODE';
const trackable: LicenseEvent[] = [
  licenseIssued({ delivery: 'trackable', hosting: 'self' }),
  licenseActivated({ hosting: 'self' }),
];
const assigned: LicenseEvent = { type: 'HandshakeCodeAssigned', data: { code } };
const required: LicenseEvent = { type: 'HandshakeConfigurationRequired', data: { code } };
const confirmed = { type: 'HandshakeConfigured', data: { code, by: byAnn } } as const;
const confirmation = confirmed.data;

describe('confirming that a license was configured by hand [P31][P36]', () => {
  it('closes the task, once', () => {
    given([...trackable, assigned, required])
      .when(confirmConfiguration, confirmation)
      .then([confirmed]);
    given([...trackable, assigned, required, confirmed])
      .when(confirmConfiguration, confirmation)
      .thenNothing();
    given([...trackable, assigned])
      .when(confirmConfiguration, confirmation)
      .thenNothing();
  });

  it('is of the code that the license has', () =>
    given([...trackable, assigned, required])
      .when(confirmConfiguration, { ...confirmation, code: 'OTHER' })
      .thenRefused('INVALID_INPUT', code));

  it('tells the code where only a former system knew it', () =>
    given([...trackable, { type: 'HandshakeConfigurationRequired', data: {} }])
      .when(confirmConfiguration, confirmation)
      .then([confirmed]));

  it('is for trackable licenses in use', () => {
    given(running).when(confirmConfiguration, confirmation).thenRefused('INVALID_INPUT', 'Only trackable');
    given([]).when(confirmConfiguration, confirmation).thenRefused('NOT_FOUND');
    given(trackable.slice(0, 1)).when(confirmConfiguration, confirmation).thenRefused('LICENSE_NOT_ACTIVATED');
    given([...trackable, licenseTerminated])
      .when(confirmConfiguration, confirmation)
      .thenRefused('LICENSE_TERMINATED');
  });
});
