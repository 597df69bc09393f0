import { licenseStream } from '../license';
import { running } from '../license/examples.spec';
import { organizationStream } from '../organization';
import { companyOfAnnAnd, mailBounced } from '../organization/examples.spec';
import { ann, bob, bySupport, orderId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { OrderEvent } from './events';
import { contactAdded, orderPlaced } from './examples.spec';
import { reviewSilence } from './reachability';
import { orderStream } from './state';

const given = specification(orderStream);
const data = { orderId, reason: 'no-recipient' } as const;
const alert: OrderEvent = { type: 'AlertRaised', data };
const resolved: OrderEvent = { type: 'AlertResolved', data };
const licenses = [fold(licenseStream, running)];
const among = (...unreached: readonly string[]) => ({
  organization: fold(organizationStream, [...companyOfAnnAnd('bob'), ...unreached.map((name) => mailBounced(name))]),
  licenses,
});
const ofBoth = [orderPlaced(), contactAdded('ann'), contactAdded('bob')];

describe('an order, once mail to a contact comes back', () => {
  it('alerts sales when nobody is left whom mail reaches, once', () => {
    given(ofBoth).when(reviewSilence, { contactId: ann }, among('ann')).thenNothing();
    given(ofBoth).when(reviewSilence, { contactId: bob }, among('ann', 'bob')).then([alert]);
    given([...ofBoth, alert])
      .when(reviewSilence, { contactId: bob }, among('ann', 'bob'))
      .thenNothing();
  });

  it('is well again when mail reaches one of them', () =>
    given([...ofBoth, alert])
      .when(reviewSilence, { contactId: ann }, among('bob'))
      .then([resolved]));

  it('is silent already without those who were not reminded of it', () => {
    const off: OrderEvent = {
      type: 'ContactRemoved',
      data: { contactId: ann, role: 'order', removedBy: bySupport },
    };
    given([orderPlaced(), contactAdded('ann'), off])
      .when(reviewSilence, { contactId: ann }, among('ann'))
      .thenNothing();
    given([]).when(reviewSilence, { contactId: ann }, among('ann')).thenNothing();
  });

  it('alerts nobody when no mail would be about it', () =>
    given(ofBoth)
      .when(reviewSilence, { contactId: bob }, { ...among('ann', 'bob'), licenses: [] })
      .thenNothing());
});
