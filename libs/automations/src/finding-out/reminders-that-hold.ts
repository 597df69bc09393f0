import {
  channelPolicy,
  type DueSituation,
  type IsoDate,
  type Reminder,
  remindersInForce,
  remindersOf,
} from '@renewals/licensing';

/** Days before an expiry, whether or not the term has such a day. */
export function offsetsInForce({ policy, channel, license }: DueSituation): readonly number[] {
  const overrides = license.status === 'unissued' ? undefined : license.grant.overrides;
  return remindersInForce(channelPolicy(policy, channel).reminders, overrides).offsets;
}

/** The reminders of an expiry by the offsets that hold for its license, the earliest first. */
export function remindersThatHold(
  expiresOn: IsoDate,
  { policy, channel, license, renewable }: DueSituation,
): readonly Reminder[] {
  if (!renewable || license.status === 'unissued' || license.grant.kind === 'trial') return [];
  if (license.status === 'terminated') return [];
  const reminders = remindersInForce(channelPolicy(policy, channel).reminders, license.grant.overrides);
  return remindersOf(reminders, { ...renewable.term, expiresOn });
}
