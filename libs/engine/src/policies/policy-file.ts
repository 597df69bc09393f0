import { period, type Policy, zone } from '@renewals/licensing';
import { z } from 'zod';

const days = z.number().int().min(0);
const channel = z.enum(['store', 'purchase-order', 'quote', 'reseller', 'payment-provider']);

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

/** `config/policies/<id>.yaml`. What each setting means, `Policy` says. */
export const policyFile = z
  .strictObject({
    vendor: z.strictObject({
      name: z.string().min(1),
      zone: made(zone),
      salesEmail: z.email(),
      supportEmail: z.email(),
      mailFrom: z.email(),
    }),
    upcomingDays: days.min(1),
    reminders: z.strictObject({
      offsets: z.array(days).min(1),
      hour: z.number().int().min(0).max(23),
      audience: z.enum(['order-contacts', 'billing-contact']),
      onlyWithRecurringBilling: z.boolean(),
    }),
    recurringBilling: z.union([z.literal('none'), z.strictObject({ opensDaysBefore: days, cutOffDays: days })]),
    channels: z.partialRecord(channel, z.strictObject({ portalRenewal: z.boolean(), commitmentRequired: z.boolean() })),
    importChannel: channel,
    trial: z.strictObject({ period: made(period), extensionDays: days.min(1), maxExtensions: days }),
    quota: z.strictObject({ channel: z.enum(['self-service', 'sales']), term: z.enum(['parent', 'own']) }),
    quoteValidDays: days.min(1),
    invitationValidDays: days.min(1),
  })
  .refine(({ channels, importChannel }) => channels[importChannel] !== undefined, {
    path: ['importChannel'],
    message: 'must be one of the channels',
  }) satisfies z.ZodType<Omit<Policy, 'id'>>;
