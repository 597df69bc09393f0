import type { Telling } from '../telling';
import { closingViews } from './closing-views';
import { OrchardBooks } from './company';
import { firstTerm } from './first-term';
import { secondTerm } from './second-term';
import { trialAndPurchase } from './trial-and-purchase';

export const orchardBooks: Telling = {
  title: 'Orchard Books: two years in the portal',
  page: 'orchard-books',
  at: '2026-01-05T15:00:00Z',
  zone: 'America/New_York',
  tell: async (story) => {
    const company = new OrchardBooks(story);
    await trialAndPurchase(company);
    await firstTerm(company);
    await secondTerm(company);
    await closingViews(company);
  },
};
