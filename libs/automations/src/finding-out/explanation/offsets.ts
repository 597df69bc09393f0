import { channelPolicy, remindersInForce } from '@renewals/licensing';
import { type Dossier, shownBy } from './dossier';
import type { Fact } from './explanation';

interface Offsets {
  readonly offsets: readonly number[];
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** Which offsets hold for the license, and who says so: the vendor's people for it or for its company, else the policy. */
export function offsetsOf(dossier: Dossier): Offsets {
  const { license, policy, channel } = dossier.facts.situation;
  const grant = license.status === 'unissued' ? undefined : license.grant;
  const { offsets } = remindersInForce(channelPolicy(policy, channel).reminders, grant?.overrides);
  const days = offsets.length > 0 ? `reminders go out ${offsets.join(', ')} days before` : 'no reminders go out';
  const whose = grant?.overrides?.license ? 'license' : grant?.overrides?.organization ? 'company' : 'policy';
  if (!grant || whose === 'policy') {
    const words = `${days}, by the policy`;
    return { offsets, words, facts: [dossier.policyField('reminders.offsets', `${capital(words)}.`)] };
  }
  const words = `${days}, as set for this ${whose}`;
  // What follows a license has its offsets too: they may have been set on the one before.
  const where = whose === 'license' ? 'license-' : `organization-${grant.organizationId}`;
  const set = dossier.last(['ReminderOffsetsOverridden'], ({ stream }) => stream.startsWith(where));
  return { offsets, words, facts: set ? [shownBy(set, `${capital(words)}: ${set.data.reason}.`)] : [] };
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
