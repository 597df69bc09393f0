import { channelPolicy, type Policy } from '../policy';
import type { Channel, IsoDate, Zone } from '../shared/words';
import { addDays } from '../term';

export interface EndOfTrial {
  readonly expiresOn: IsoDate;
  readonly zone: Zone;
  readonly channel: Channel;
  /** The day in its zone on which this end was fixed. */
  readonly fixedOn: IsoDate;
}

/**
 * When the people of a trial are told that it ends: so many days before, at the hour of reminders in its zone. Nobody
 * is where the policy says so, nor on a day that was over when the end was fixed.
 */
export function trialEndNotice(
  policy: Policy,
  { expiresOn, zone, channel, fixedOn }: EndOfTrial,
): { readonly date: IsoDate; readonly hour: number; readonly zone: Zone } | undefined {
  const { endNoticeDays } = policy.trial;
  if (endNoticeDays === 'none') return undefined;
  const date = addDays(expiresOn, -endNoticeDays);
  return date < fixedOn ? undefined : { date, hour: channelPolicy(policy, channel).reminders.hour, zone };
}
