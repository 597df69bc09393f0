import { ann, bob, organizationId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { addressStream, type ReserveAddress, reserveAddress } from './address';

const given = specification(addressStream);
const forAnn: ReserveAddress = { contactId: ann, organizationId };

describe('reserving an e-mail address', () => {
  it('gives it to one person', () => {
    given([])
      .when(reserveAddress, forAnn)
      .then([{ type: 'AddressReserved', data: forAnn }]);
    given([{ type: 'AddressReserved', data: forAnn }])
      .when(reserveAddress, forAnn)
      .thenNothing();
  });

  it('opens no second account for it', () =>
    given([{ type: 'AddressReserved', data: forAnn }])
      .when(reserveAddress, { ...forAnn, contactId: bob })
      .thenRefused('NOT_ALLOWED', 'Sign in with it'));
});
