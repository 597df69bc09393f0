import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from './temporary-directory';

/** A vendor that no program knows. Everything in it differs from both vendors whose policies ship. */
export const nimbus = `
vendor:
  name: Nimbus Optics
  zone: Asia/Tokyo
  salesEmail: sales@nimbus.example
  supportEmail: support@nimbus.example
  mailFrom: renewals@nimbus.example
upcomingDays: 40
terms:
  reminders:
    offsets: [45, 10]
    hour: 14
    audience: billing-contact
    onlyWithRecurringBilling: false
  salesTask: { opensDaysBefore: 30, dueDaysBefore: 20 }
  recurringBilling: { opensDaysBefore: 20, cutOffDays: 5 }
  renewal:
    openedBy: [portal]
    commitmentRequired: true
    startsUpon: approval
    graceDays: 10
    quoteValidDays: 5
  quota: { channel: sales, term: own, thresholds: [50] }
channels:
  store:
  quote:
    renewal: { commitmentRequired: false }
importChannel: store
trial:
  period: P14D
  quota: 3
  extensionDays: 7
  maxExtensions: 1
  extendableDaysBefore: 2
invitationValidDays: 3
passwordLinkValidHours: 2
`;

/** A folder with that one policy, as a file says it. */
export function policyFolder(yaml = nimbus): string {
  const folder = temporaryDirectory();
  writePolicy(folder, yaml);
  return folder;
}

export function writePolicy(folder: string, yaml: string): void {
  writeFileSync(join(folder, 'nimbus.yaml'), yaml);
}
