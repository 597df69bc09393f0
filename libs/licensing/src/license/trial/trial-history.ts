import { EventOutOfPlace } from '../../shared/unreadable-history';
import type { GrantedLicense } from '../in-place';
import type { ActiveLicense, ConvertedTrial, DatedLicense, License, UnissuedLicense } from '../state';
import type { TrialConverted, TrialExtended, TrialRequested } from './events';

/** An extended term's expiry is chosen, not counted in periods: it is its own anchor. */
export function extended(license: DatedLicense, { data }: TrialExtended): ActiveLicense {
  const term = { ...license.term, anchor: data.newExpiresOn, n: 0, expiresOn: data.newExpiresOn };
  return { ...license, status: 'active', term, extensions: data.extensionNo };
}

export function requested(license: License, event: TrialRequested): UnissuedLicense {
  if (license.status !== 'unissued') throw new EventOutOfPlace('license', event, license.status);
  return { status: 'unissued', trialRequest: event.data };
}

export function converted(license: GrantedLicense, { data }: TrialConverted): ConvertedTrial {
  const { grant, meter, handshake } = license;
  const term = 'term' in license ? license.term : undefined;
  return {
    status: 'converted',
    grant,
    ...(meter && { meter }),
    ...(handshake && { handshake }),
    ...(term && { term }),
    conversion: data,
  };
}
