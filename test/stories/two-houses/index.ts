import type { Telling } from '../telling';
import { autumn } from './autumn';
import { closingViews } from './closing-views';
import { firstMonths } from './first-months';
import { Houses } from './houses';
import { turnOfTheYear } from './turn-of-the-year';

export const twoHouses: Telling = {
  title: 'Harakeke Press and Nordlicht Druck: a year of mails in two time zones',
  page: 'two-houses',
  at: '2026-01-12T08:00:00Z',
  zone: 'Europe/Berlin',
  elsewhere: 'Pacific/Auckland',
  tell: async (story) => {
    const houses = new Houses(story);
    await firstMonths(houses);
    const foretold = await autumn(houses);
    await turnOfTheYear(houses);
    await closingViews(houses, foretold);
  },
};
