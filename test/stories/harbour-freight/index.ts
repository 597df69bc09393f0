import type { Telling } from '../telling';
import { approvedInAdvance } from './approved-in-advance';
import { cancelled } from './cancelled';
import { closingViews } from './closing-views';
import { HarbourFreight } from './company';
import { paymentProvider } from './payment-provider';
import { purchases } from './purchases';
import { reseller } from './reseller';

export const harbourFreight: Telling = {
  title: 'Harbour Freight: recurring billing in three hands',
  page: 'harbour-freight',
  at: '2026-01-12T09:00:00Z',
  zone: 'Europe/Brussels',
  tell: async (story) => {
    const company = new HarbourFreight(story);
    await purchases(company);
    await approvedInAdvance(company);
    await cancelled(company);
    await paymentProvider(company);
    await reseller(company);
    await closingViews(company);
  },
};
