import { enforce, refused, type Rule } from '../shared/rule';
import type { PersonalText } from '../shared/words';
import { type NewsletterInterest, newsletterInterests, type NewsletterPreferencesChanged } from './events';
import type { Address } from './state';

/** What somebody wants; without subscription the interests say nothing. */
export interface NewsletterWish {
  readonly subscribed: boolean;
  readonly interests: readonly NewsletterInterest[];
}

export interface ChooseNewsletter extends NewsletterWish {
  /** The address itself, in clear: sealed when it is stored. */
  readonly email: PersonalText;
}

const NONE: NewsletterWish = { subscribed: false, interests: [] };

/** What is chosen for the address. The preferences are kept here only, whether or not it has an account. */
export function newsletterOf({ newsletter }: Address): NewsletterWish {
  return newsletter ? { subscribed: newsletter.subscribed, interests: newsletter.interests } : NONE;
}

const hasInterests: Rule<Address, NewsletterWish, object> = (_address, { subscribed, interests }) =>
  subscribed && interests.length === 0
    ? refused('INVALID_INPUT', 'Nothing is chosen. Select at least one interest, or unsubscribe.')
    : undefined;

const rules = [hasInterests];

/** News that the person of the address wants, or none. The reminders of their orders stay as they are (F, E). */
export function changeNewsletterPreferences(
  address: Address,
  { email, ...wish }: ChooseNewsletter,
): NewsletterPreferencesChanged[] {
  enforce(rules, address, wish, {});
  const interests = newsletterInterests.filter((interest) => wish.subscribed && wish.interests.includes(interest));
  const before = newsletterOf(address);
  if (before.subscribed === wish.subscribed && String(before.interests) === String(interests)) return [];
  return [
    wish.subscribed
      ? { type: 'NewsletterPreferencesChanged', data: { subscribed: true, interests, email } }
      : { type: 'NewsletterPreferencesChanged', data: { subscribed: false, interests: [] } },
  ];
}

/**
 * Anybody may ask for news at any address (E). Interests are only added: what the person of the address chose, nobody
 * takes away who merely knows it.
 */
export function subscribeToNewsletter(
  address: Address,
  { interests, email }: Omit<ChooseNewsletter, 'subscribed'>,
): NewsletterPreferencesChanged[] {
  enforce(rules, address, { subscribed: true, interests }, {});
  const all = [...newsletterOf(address).interests, ...interests];
  return changeNewsletterPreferences(address, { subscribed: true, interests: all, email });
}

/** By the link in a mail of the newsletter (F, E). */
export function unsubscribeFromNewsletter(address: Address): NewsletterPreferencesChanged[] {
  const { subscribed } = newsletterOf(address);
  return subscribed ? [{ type: 'NewsletterPreferencesChanged', data: { subscribed: false, interests: [] } }] : [];
}
