import { channelPolicy, type ContactId } from '@renewals/licensing';
import { type Dossier, type OnRecord, shownBy } from './dossier';
import type { Fact } from './explanation';
import { capital } from './offsets';

const audiences = {
  'order-contacts': 'Reminders of this order go to its order contacts who are contacts of the company.',
  'billing-contact': 'Reminders of this order go to its billing contact; to the reseller’s for what a reseller sold.',
} as const;

/** Whom the policy has reminded. */
export function audienceOf(dossier: Dossier): Fact {
  const { policy, channel } = dossier.facts.situation;
  return dossier.policyField('reminders.audience', audiences[channelPolicy(policy, channel).reminders.audience]);
}

/** What became of everybody who ever was on the list of the order, as far as the dossier knows. */
export function whoIsGone(dossier: Dossier): readonly Fact[] {
  const everybody = new Set(dossier.all(['ContactAdded']).map(({ data }) => data.contactId));
  return [...everybody].flatMap((contactId) => {
    const isTheirs = ({ data }: { readonly data: { readonly contactId: ContactId } }) => data.contactId === contactId;
    const wish = dossier.last(['RemindersUnsubscribed', 'RemindersResubscribed'], isTheirs);
    const reach = dossier.last(['MailBounced', 'ContactReachable', 'ContactEmailChanged'], isTheirs);
    const { words, facts } = accessOf(contactId, dossier);
    const told = facts.map((fact) => ({ ...fact, says: `${contactId}: ${words}.` }));
    return [
      ...told,
      ...(wish?.type === 'RemindersUnsubscribed' ? [shownBy(wish, `${contactId}: wants no reminders of it.`)] : []),
      ...(reach?.type === 'MailBounced' ? [shownBy(reach, `${contactId}: mail came back.`)] : []),
    ];
  });
}

/** How somebody who is none of the recipients stands to the order, as far as the dossier knows. */
export function accessOf(
  contactId: ContactId,
  dossier: Dossier,
): { readonly words: string; readonly facts: readonly Fact[] } {
  const isAbout = ({ data }: { readonly data: { readonly contactId: ContactId } }) => data.contactId === contactId;
  const toldBy = (words: string, event: OnRecord) => ({ words, facts: [shownBy(event, `${capital(words)}.`)] });
  const erased = dossier.last(['SubjectErased'], isAbout);
  if (erased) return toldBy('the contact is erased', erased);
  const inCompany = dossier.last(['InvitationAccepted', 'CompanyContactRemoved'], isAbout);
  if (inCompany?.type === 'CompanyContactRemoved')
    return toldBy('the contact is no contact of the company any more', inCompany);
  const onOrder = dossier.last(['ContactAdded', 'ContactRemoved'], isAbout);
  if (onOrder?.type === 'ContactRemoved') return toldBy('the contact is no contact of this order any more', onOrder);
  if (onOrder) {
    const role = onOrder.data.role;
    return toldBy(`the contact is a ${role} contact of this order and none of those who are reminded`, onOrder);
  }
  return { words: 'the contact is no contact of this order', facts: [] };
}
