import type { Actor } from '../../shared/words';
import type { LicenseIssued } from '../events';
import type { HandshakeEvent } from './events';
import type { Handshake } from './handshake';

const byProvisioning: Actor = { type: 'automation', id: 'provisioning' };

/**
 * Points a license that was made from another at the same handshake code: by itself with the vendor's hosting, else by
 * hand (P). Only trackable licenses have a code.
 */
export function handOver({ delivery, hosting }: LicenseIssued['data'], old: Handshake | undefined): HandshakeEvent[] {
  if (delivery !== 'trackable') return [];
  if (old?.code === undefined) return [{ type: 'HandshakeConfigurationRequired', data: {} }];
  const { code } = old;
  return [
    { type: 'HandshakeCodeAssigned', data: { code } },
    hosting === 'vendor'
      ? { type: 'HandshakeConfigured', data: { code, by: byProvisioning } }
      : { type: 'HandshakeConfigurationRequired', data: { code } },
  ];
}
