import {
  type Audience,
  channelPolicy,
  type ContactId,
  type DecideDueReminders,
  type DueSituation,
  type Instant,
  type IsoDate,
  localDate,
  localeOf,
  type Reminders,
  type Subject,
  subjectKey,
  type Zone,
} from '@renewals/licensing';
import { companyOf } from '../../correspondence/correspondent';
import { foresee } from '../foresee';

/** One reminder that goes to one contact, if nobody acts. */
export interface ForecastLine {
  readonly subject: Subject;
  readonly externalId: string | null;
  /** Id of the policy, and whose it is. */
  readonly policy: string;
  readonly vendor: string;
  readonly expiresOn: IsoDate;
  /** Days before the expiry. */
  readonly offset: number;
  readonly contactId: ContactId;
  readonly at: Instant;
  /** The day of `at` in the zone of the term. */
  readonly on: IsoDate;
  readonly zone: Zone;
  /** Names the mail that it goes in: lines of one digest share it. */
  readonly mail: string;
}

/** Everything that goes out about one expiry, the earliest first. */
export function linesOf(
  of: DecideDueReminders,
  situation: DueSituation & Audience,
  decided: Reminders,
): readonly ForecastLine[] {
  const { license, policy, channel, renewable } = situation;
  if (!renewable || license.status === 'unissued') return [];
  const { zone } = renewable.term;
  const { digest } = channelPolicy(policy, channel).reminders;
  const { subject, expiresOn } = of;
  return foresee(of, situation, decided).flatMap(({ offset, at, mails }) =>
    [...mails]
      .filter(([, outcome]) => outcome === 'sent')
      .map(([contactId]) => ({
        subject,
        externalId: license.grant.externalId ?? null,
        policy: policy.id,
        vendor: policy.vendor.name,
        expiresOn,
        offset,
        contactId,
        at,
        on: localDate(at, zone),
        zone,
        mail: digest
          ? [contactId, at, policy.vendor.mailFrom, localeOf(companyOf(contactId, situation), contactId, policy)].join(
              ' ',
            )
          : [contactId, at, subjectKey(subject), expiresOn].join(' '),
      })),
  );
}
