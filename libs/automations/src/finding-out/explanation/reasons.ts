import type { ContactId, SuppressionReason } from '@renewals/licensing';
import { accessOf, audienceOf, whoIsGone } from './access';
import { type Dossier, shownBy } from './dossier';
import type { Fact } from './explanation';
import { capital, offsetsOf } from './offsets';

/** Why somebody, or nobody, gets a reminder: the end of a sentence, and what shows it. */
export interface Because {
  readonly words: string;
  readonly facts: readonly Fact[];
}

type ReasonOf = (dossier: Dossier, contactId: ContactId | undefined) => Because;

/** Each reason in words, with the event that was its cause as far as the dossier knows. */
const reasons: Readonly<Record<SuppressionReason, ReasonOf>> = {
  renewed: (dossier) => {
    const { subjectStream } = dossier;
    const renewal = dossier.last(['LicenseRenewed', 'MaintenanceRenewed'], ({ stream }) => stream === subjectStream);
    const next = renewal && `from ${renewal.data.startsOn} to ${renewal.data.newExpiresOn}`;
    return because(`the term is renewed${next ? `, ${next}` : ''}`, renewal);
  },
  approved: (dossier) => {
    const { subjectStream } = dossier;
    const opened = dossier.last(['RenewalOpened'], ({ stream }) => stream === subjectStream);
    const ofRenewal = ({ stream }: { stream: string }) => stream === `renewal-${opened?.data.renewalId}`;
    const approved = dossier.last(['RenewalApproved'], ofRenewal) ?? dossier.last(['InvoiceGenerated'], ofRenewal);
    const facts = [
      ...(opened ? [shownBy(opened, 'Its renewal was opened.')] : []),
      ...(approved ? [shownBy(approved, 'Its renewal was approved.')] : []),
    ];
    return { words: 'its renewal is approved', facts };
  },
  cancelled: (dossier) => {
    const cancelled = dossier.last(['RecurringBillingCancelled']);
    const field = dossier.policyField(
      'reminders.onlyWithRecurringBilling',
      'The policy reminds only while recurring billing is on.',
    );
    const words = cancelled ? 'recurring billing is cancelled' : 'recurring billing was never on';
    const { facts } = because(words, cancelled);
    return { words, facts: [...facts, field] };
  },
  withdrawn: (dossier) => {
    const { words, facts } = offsetsOf(dossier);
    return { words: `its day is none of the reminder days any more: ${words}`, facts };
  },
  terminated: (dossier) => because('the license is terminated', dossier.last(['LicenseTerminated'])),
  expired: (dossier) => {
    const { subjectStream } = dossier;
    const { expiresOn } = dossier.facts.asked;
    const ended = dossier.last(
      ['LicenseExpired', 'MaintenanceLapsed'],
      ({ stream, data }) => stream === subjectStream && data.expiresOn === expiresOn,
    );
    const words = `the term was over, its last day was ${expiresOn}`;
    const { facts } = because(words, ended);
    return { words, facts: [...facts, { says: 'Nobody is reminded of a term that is over.', rule: 'Whether' }] };
  },
  'expiry-moved': (dossier) => {
    const moved = movedFrom(dossier);
    return because(`the term ends on ${moved?.data.newExpiresOn ?? 'another day'} instead`, moved);
  },
  unsubscribed: (dossier, contactId) => {
    const left = dossier.last(['RemindersUnsubscribed'], ({ data }) => data.contactId === contactId);
    const how = left ? ` since ${left.occurredAt.slice(0, 10)}, by ${left.data.via}` : '';
    return because(`the contact is unsubscribed from the reminders of this order${how}`, left);
  },
  'no-access': (dossier, contactId) => {
    const { words, facts } = contactId
      ? accessOf(contactId, dossier)
      : { words: 'the contact has no access', facts: [] };
    return { words, facts: [...facts, audienceOf(dossier)] };
  },
  unreachable: (dossier, contactId) => {
    const bounced = dossier.last(
      ['MailBounced'],
      ({ data }) => data.contactId === contactId && data.severity !== 'soft',
    );
    const erased = dossier.last(['SubjectErased'], ({ data }) => data.contactId === contactId);
    const why = bounced?.data.severity === 'complaint' ? 'called our mail spam' : 'cannot be reached by mail';
    return because(`the contact ${why}`, bounced, erased);
  },
  'no-recipient': (dossier) => {
    const [alert] = dossier.asOfNow().ofReminder('AlertRaised');
    const nobody = 'nobody is left to write to';
    const alerted = alert ? [shownBy(alert, 'Sales was alerted.')] : [];
    return { words: nobody, facts: [audienceOf(dossier), ...whoIsGone(dossier), ...alerted] };
  },
  'reseller-only': (dossier) => {
    const words = 'what a reseller sold is the reseller’s to write about';
    const { facts } = because(words, dossier.last(['OrderPlaced']));
    return { words, facts: [...facts, audienceOf(dossier)] };
  },
  superseded: (dossier, contactId) => {
    const sameDay =
      contactId && dossier.ofExpiry(['ReminderSent']).findLast(({ data }) => data.contactId === contactId);
    if (sameDay) return because('the contact had a mail about this expiry on that day', sameDay);
    const { offset } = dossier.facts.asked;
    // Both are recorded at once, the one nearer to the expiry after this one.
    const [nearer] = dossier
      .asOfNow()
      .ofExpiry(['ReminderDue', 'ReminderSuppressed'])
      .filter(({ data }) => data.offset < offset);
    const words = 'a reminder nearer to the expiry was due as well, and nobody gets several at once';
    return because(words, nearer);
  },
  'before-import': (dossier) => {
    const { subjectStream } = dossier;
    const taken = dossier.last(
      ['LicenseActivated', 'MaintenanceStarted', 'LicenseIssued'],
      ({ stream }) => stream === subjectStream,
    );
    return because('its day lay before the import, it was the former system’s', taken);
  },
  'before-go-live': (dossier) =>
    because('its day lay before mail was released after the import', dossier.last(['MailReleased'])),
};

export function reasonInWords(reason: SuppressionReason, dossier: Dossier, contactId?: ContactId): Because {
  return reasons[reason](dossier, contactId);
}

/** What moved the asked expiry to another day, if anything did. */
export function movedFrom(dossier: Dossier) {
  const { expiresOn } = dossier.facts.asked;
  const { subjectStream } = dossier;
  return dossier.last(
    ['TermAligned', 'MaintenanceAligned', 'LicenseReactivated'],
    ({ stream, data }) => stream === subjectStream && data.previousExpiresOn === expiresOn,
  );
}

type Events = readonly (Parameters<typeof shownBy>[0] | undefined)[];

function because(words: string, ...events: Events): Because {
  const known = events.filter((event) => event !== undefined);
  return { words, facts: known.map((event) => shownBy(event, `${capital(words)}.`)) };
}
