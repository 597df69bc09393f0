import type { HandshakeEvent, LicenseKeyGenerated, QuotaAdded, UsageEvent } from '@renewals/licensing';

/** What a license is used by, and how much of it. */
export type LicenseUse = {
  /** SHA-256 of its key, hex; empty while there is none. */
  keyFingerprint: string | null;
  handshakeCode: string | null;
  /** `required`: somebody has yet to configure it by hand. */
  handshake: 'done' | 'required' | null;
  /** Units used. */
  used: number;
  /** Quota that was added to its own. */
  addedQuota: number;
  /** The highest threshold that was crossed, percent. */
  thresholdCrossed: number | null;
};

export const useColumns = [
  'keyFingerprint',
  'handshakeCode',
  'handshake',
  'used',
  'addedQuota',
  'thresholdCrossed',
] as const satisfies readonly (keyof LicenseUse)[];

export const unused: LicenseUse = {
  keyFingerprint: null,
  handshakeCode: null,
  handshake: null,
  used: 0,
  addedQuota: 0,
  thresholdCrossed: null,
};

type UseChanged = LicenseKeyGenerated | HandshakeEvent | UsageEvent | QuotaAdded;

/** What the event changes of it; nothing for events of another kind. */
export function useAfter(use: LicenseUse, event: UseChanged): Partial<LicenseUse> {
  switch (event.type) {
    case 'LicenseKeyGenerated':
      return { keyFingerprint: event.data.fingerprint };
    case 'HandshakeCodeAssigned':
    case 'HandshakeConfigured':
      return { handshakeCode: event.data.code, handshake: 'done' };
    case 'HandshakeConfigurationRequired':
      return { handshake: 'required' };
    case 'UsageRecorded':
      return { used: use.used + event.data.quantity };
    case 'QuotaThresholdCrossed':
      return { thresholdCrossed: Math.max(event.data.percent, use.thresholdCrossed ?? 0) };
    case 'QuotaAdded':
      return { addedQuota: use.addedQuota + event.data.quantity };
    case 'QuotaExhausted':
      return {};
  }
}
