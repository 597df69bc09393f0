import { harbourFreight } from './harbour-freight';
import { orchardBooks } from './orchard-books';
import { toldOnBothStores } from './told';
import { twoHouses } from './two-houses';

describe('two years of a company that renews in the portal', () => toldOnBothStores(orchardBooks));

describe('two years of a company whose licenses sales, a payment provider and a reseller renew', () =>
  toldOnBothStores(harbourFreight));

describe('a year of mails to two companies on two sides of the world', () => toldOnBothStores(twoHouses));
