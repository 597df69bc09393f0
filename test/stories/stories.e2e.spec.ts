import { harbourFreight } from './harbour-freight';
import { orchardBooks } from './orchard-books';
import { toldOnBothStores } from './told';

describe('two years of a company that renews in the portal', () => toldOnBothStores(orchardBooks));

describe('two years of a company whose licenses sales, a payment provider and a reseller renew', () =>
  toldOnBothStores(harbourFreight));
