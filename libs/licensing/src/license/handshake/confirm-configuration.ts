import { enforce, refused, type Rule } from '../../shared/rule';
import { inUse } from '../rules';
import type { License } from '../state';
import type { HandshakeConfigured } from './events';

export type ConfirmConfiguration = HandshakeConfigured['data'];

type ConfirmationRule = Rule<License, ConfirmConfiguration, object>;

const isTrackable: ConfirmationRule = (license) =>
  'grant' in license && license.grant.delivery !== 'trackable'
    ? refused(
        'INVALID_INPUT',
        'Only trackable licenses have a handshake code. Leave this one as it is: there is nothing to configure.',
      )
    : undefined;

const namesTheSameCode: ConfirmationRule = (license, { code }) =>
  'handshake' in license && license.handshake?.code !== undefined && license.handshake.code !== code
    ? refused(
        'INVALID_INPUT',
        `The handshake code is ${license.handshake.code}. Configure the license to that one, and confirm it then.`,
      )
    : undefined;

const rules: readonly ConfirmationRule[] = [...inUse, isTrackable, namesTheSameCode];

/** Somebody has configured a self-hosted license to its handshake code, and says so (P). */
export function confirmConfiguration(license: License, command: ConfirmConfiguration): HandshakeConfigured[] {
  enforce(rules, license, command, {});
  return 'handshake' in license && license.handshake?.configuration === 'required'
    ? [{ type: 'HandshakeConfigured', data: command }]
    : [];
}
