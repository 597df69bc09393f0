import { PersonalData, PersonKeys, seededEntropy } from '@renewals/platform';

/** Personal data under keys that live in memory. */
export function sealing(): { personal: PersonalData; keys: PersonKeys } {
  const entropy = seededEntropy(7);
  const keys = new PersonKeys(':memory:', Buffer.alloc(32, 7), entropy);
  return { personal: new PersonalData(keys, entropy), keys };
}
