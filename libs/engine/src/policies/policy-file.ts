import { type ChannelPolicy, channels, period, type Policy, zone } from '@renewals/licensing';
import { knownLocales } from '@renewals/words';
import { z } from 'zod';

const days = z.number().int().min(0);
const channel = z.enum(channels);

/** A value that the domain makes from a text, or says in a sentence why not. */
function made<Value>(make: (text: string) => Value) {
  return z.string().transform((text, context): Value => {
    try {
      return make(text);
    } catch (error) {
      context.addIssue((error as Error).message);
      return z.NEVER;
    }
  });
}

function inOrder(comes: (one: number, next: number) => boolean) {
  return (numbers: readonly number[]) =>
    numbers.every((one, index) => index === 0 || comes(numbers[index - 1] as number, one));
}

const reminders = z.strictObject({
  offsets: z.array(days).refine(
    inOrder((one, next) => one > next),
    'must be days before the expiry, each once, the earliest day (the largest number) first',
  ),
  hour: z.number().int().min(0).max(23),
  audience: z.enum(['order-contacts', 'billing-contact']),
  onlyWithRecurringBilling: z.boolean(),
  digest: z.boolean().default(true),
});

/** What a setting that may also be `none` says to anything that is neither. */
const orNone: z.core.TypeParams['error'] = ({ code }) =>
  code === 'invalid_type' ? 'must be none, or a mapping with its settings' : undefined;

const noticeProof = z
  .strictObject({ earliestDays: days, latestDays: days }, { error: orNone })
  .refine(({ earliestDays, latestDays }) => earliestDays > latestDays, {
    path: ['earliestDays'],
    message: 'must be more than latestDays: the window opens on the earlier day, the one with more days before the end',
  });

const recurringBilling = z.strictObject(
  {
    opensDaysBefore: days,
    cutOffDays: days,
    noticeProof: z.union([z.literal('none'), noticeProof]).default('none'),
  },
  { error: orNone },
);

const salesTask = z
  .strictObject({ opensDaysBefore: days, dueDaysBefore: days }, { error: orNone })
  .refine(({ opensDaysBefore, dueDaysBefore }) => dueDaysBefore <= opensDaysBefore, {
    path: ['dueDaysBefore'],
    message: 'must not be more than opensDaysBefore: a task is due on the day it opens, or later',
  });

const renewal = z.strictObject({
  openedBy: z.array(z.enum(['portal', 'sales', 'provider-form'])).min(1),
  commitmentRequired: z.boolean(),
  startsUpon: z.enum(['invoice', 'approval']),
  graceDays: days.default(0),
  quoteValidDays: days.min(1),
});

const quota = z.strictObject({
  channel: z.enum(['self-service', 'sales']),
  term: z.enum(['parent', 'own']),
  thresholds: z
    .array(z.number().int().min(1).max(100))
    .refine(
      inOrder((one, next) => one < next),
      'must be percents of the quota, each once, the smallest first',
    )
    .default([80, 100]),
});

/** Of one channel, once the file's `terms` are merged into it. */
const channelTerms = z
  .strictObject({
    reminders,
    salesTask: z.union([z.literal('none'), salesTask]),
    recurringBilling: z.union([z.literal('none'), recurringBilling]),
    renewal,
    quota,
  })
  .refine(remindsWithinTheWindow, {
    path: ['recurringBilling', 'noticeProof'],
    message:
      'can never be met: no reminder goes out in its window. Add an offset between latestDays and earliestDays, or say none',
  }) satisfies z.ZodType<ChannelPolicy>;

function remindsWithinTheWindow({
  reminders: { offsets },
  recurringBilling,
}: Pick<ChannelPolicy, 'reminders' | 'recurringBilling'>): boolean {
  if (recurringBilling === 'none' || recurringBilling.noticeProof === 'none') return true;
  const { earliestDays, latestDays } = recurringBilling.noticeProof;
  return offsets.some((offset) => offset <= earliestDays && offset >= latestDays);
}

/** `config/policies/<id>.yaml`, its terms merged into its channels. What each setting means, `Policy` says. */
export const policyFile = z
  .strictObject({
    vendor: z.strictObject({
      name: z.string().min(1),
      zone: made(zone),
      salesEmail: z.email(),
      supportEmail: z.email(),
      mailFrom: z.email(),
      bouncesTo: z.email().exactOptional(),
      locale: z.enum(knownLocales()).default('en'),
    }),
    upcomingDays: days.min(1),
    channels: z.partialRecord(channel, channelTerms),
    importChannel: channel,
    trial: z.strictObject({
      period: made(period),
      quota: z.number().int().min(1),
      extensionDays: days.min(1),
      maxExtensions: days,
      extendableDaysBefore: days.default(14),
      endNoticeDays: z.union([z.literal('none'), days], 'must be none, or days before the end of a trial').default(7),
    }),
    invitationValidDays: days.min(1),
    passwordLinkValidHours: days.min(1),
  })
  .refine(({ channels, importChannel }) => channels[importChannel] !== undefined, {
    path: ['importChannel'],
    message: 'must be one of the channels',
  }) satisfies z.ZodType<Omit<Policy, 'id'>>;
