import { ann, bob, organizationId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { AddressEvent } from './events';
import {
  changeNewsletterPreferences,
  newsletterOf,
  subscribeToNewsletter,
  unsubscribeFromNewsletter,
} from './newsletter';
import { addressStream } from './state';

const given = specification(addressStream);
const email = { $personal: ann, text: 'ann@acme.example' } as const;
const reserved: AddressEvent = { type: 'AddressReserved', data: { contactId: ann, organizationId } };
const released: AddressEvent = {
  type: 'AddressReleased',
  data: { contactId: ann, by: { type: 'automation', id: 'erasure' } },
};
const none = { subscribed: false, interests: [] } as const;
const chosen = {
  type: 'NewsletterPreferencesChanged',
  data: { subscribed: true, interests: ['tutorials'], email },
} as const;
const over = { type: 'NewsletterPreferencesChanged', data: none } as const;

describe('subscribing to the newsletter', () => {
  const wanted = { interests: ['tutorials'], email } as const;

  it('is for anybody, with and without an account [E2][E3]', () => {
    given([]).when(subscribeToNewsletter, wanted).then([chosen]);
    given([reserved]).when(subscribeToNewsletter, wanted).then([chosen]);
  });

  it('only adds to what the person of the address chose', () => {
    given([chosen])
      .when(subscribeToNewsletter, { interests: ['product-news'], email })
      .then([{ ...chosen, data: { ...chosen.data, interests: ['product-news', 'tutorials'] } }]);
    given([chosen]).when(subscribeToNewsletter, wanted).thenNothing();
  });

  it('names an interest [E3]', () =>
    given([])
      .when(subscribeToNewsletter, { interests: [], email })
      .thenRefused('INVALID_INPUT', 'Select at least one'));

  it('ends by the link in the mail [F44][E16]', () => {
    given([chosen]).when(unsubscribeFromNewsletter).then([over]);
    given([chosen, over]).when(unsubscribeFromNewsletter).thenNothing();
    given([]).when(unsubscribeFromNewsletter).thenNothing();
  });
});

describe('newsletter preferences of an account', () => {
  it('are what the person chooses, and nothing else [F43]', () => {
    given([reserved, chosen])
      .when(changeNewsletterPreferences, { subscribed: true, interests: ['product-news'], email })
      .then([{ ...chosen, data: { ...chosen.data, interests: ['product-news'] } }]);
    given([reserved, chosen])
      .when(changeNewsletterPreferences, { ...none, email })
      .then([over]);
  });

  it('change only when they differ', () => {
    given([reserved, chosen])
      .when(changeNewsletterPreferences, { ...chosen.data })
      .thenNothing();
    given([reserved])
      .when(changeNewsletterPreferences, { ...none, email })
      .thenNothing();
  });

  it('are not without any interest', () =>
    given([reserved])
      .when(changeNewsletterPreferences, { subscribed: true, interests: [], email })
      .thenRefused('INVALID_INPUT', 'Select at least one'));

  it('are those of the subscription before there was an account', () =>
    expect(newsletterOf(fold(addressStream, [chosen, reserved]))).toEqual({
      subscribed: true,
      interests: ['tutorials'],
    }));

  it('end with the account: whoever has the address next has not chosen', () => {
    const next: AddressEvent = { ...reserved, data: { contactId: bob, organizationId } };
    expect(newsletterOf(fold(addressStream, [reserved, chosen, released, next]))).toEqual(none);
  });
});
