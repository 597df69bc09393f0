import type { Transition } from './exercised';

export interface Machine {
  readonly title: string;
  readonly says: string;
  readonly has: (transition: Transition) => boolean;
}

const ofCategory =
  (category: string) =>
  (transition: Transition): boolean =>
    transition.category === category;

/** From the request on, which comes before its license is issued. */
function isTrial({ to }: Transition): boolean {
  return to.grant?.kind === 'trial' || to.trialRequest !== undefined;
}

export const machines: readonly Machine[] = [
  {
    title: 'License',
    says: 'Annual and perpetual ones. A license that is renewed or gets quota has a successor, with a life of its own.',
    has: (transition) => ofCategory('license')(transition) && !isTrial(transition),
  },
  {
    title: 'Trial',
    says: 'A license of that kind, from the request on.',
    has: (transition) => ofCategory('license')(transition) && isTrial(transition),
  },
  {
    title: 'Maintenance',
    says: 'Of a perpetual license. It is renewed in place.',
    has: ofCategory('maintenance'),
  },
  {
    title: 'Renewal',
    says: 'One transaction over one or more terms.',
    has: ofCategory('renewal'),
  },
  {
    title: 'Billing agreement',
    says: 'Whether a license is renewed by itself.',
    has: ofCategory('billingAgreement'),
  },
  {
    title: 'Alignment',
    says: 'Several terms moved to one date.',
    has: ofCategory('alignment'),
  },
];
