import { organizationStream } from '../organization';
import { companyOfAnnAnd, mailBounced } from '../organization/examples.spec';
import { ann, bySales, orderId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { OrderEvent } from './events';
import { contactAdded, orderPlaced } from './examples.spec';
import { orderStream } from './state';
import { alertOfUnreadBill, resolveUnreadBill } from './unread-bill';

const given = specification(orderStream);
const company = fold(organizationStream, companyOfAnnAnd('bob'));
const annLeft = fold(organizationStream, [
  ...companyOfAnnAnd('bob'),
  { type: 'CompanyContactRemoved', data: { contactId: ann, by: bySales } },
]);
const data = { orderId, reason: 'no-billing-contact' } as const;
const alert: OrderEvent = { type: 'AlertRaised', data };
const resolved: OrderEvent = { type: 'AlertResolved', data };
const annUnreached = fold(organizationStream, [...companyOfAnnAnd('bob'), mailBounced('ann')]);
const reseller = { resellerId: 'reseller' as never, channel: 'reseller' } as const;

describe('a bill of an order', () => {
  it('that nobody is there to get alerts sales, once', () => {
    given([orderPlaced()]).when(alertOfUnreadBill, { organization: annLeft }).then([alert]);
    given([orderPlaced(), alert]).when(alertOfUnreadBill, { organization: annLeft }).thenNothing();
  });

  it('that reaches the billing contact alerts nobody', () => {
    given([orderPlaced()]).when(alertOfUnreadBill, { organization: company }).thenNothing();
    given([orderPlaced(), contactAdded('bob', 'billing')])
      .when(alertOfUnreadBill, { organization: annLeft })
      .thenNothing();
  });

  it('is not got by somebody whose mail comes back', () =>
    given([orderPlaced()]).when(alertOfUnreadBill, { organization: annUnreached }).then([alert]));

  it('is the reseller’s, of what came through one [L36]', () => {
    const sold = orderPlaced(reseller);
    given([sold]).when(alertOfUnreadBill, { organization: company, reseller: annLeft }).then([alert]);
    given([sold]).when(alertOfUnreadBill, { organization: annLeft, reseller: company }).thenNothing();
    given([sold, alert]).when(resolveUnreadBill, { organization: annLeft, reseller: company }).then([resolved]);
  });
});

describe('the alert', () => {
  it('is over once somebody gets the bills', () => {
    given([orderPlaced(), alert, contactAdded('bob', 'billing')])
      .when(resolveUnreadBill, { organization: annLeft })
      .then([resolved]);
    given([orderPlaced(), alert]).when(resolveUnreadBill, { organization: company }).then([resolved]);
  });

  it('stays as long as nobody does', () => {
    given([orderPlaced(), alert]).when(resolveUnreadBill, { organization: annLeft }).thenNothing();
    given([orderPlaced()]).when(resolveUnreadBill, { organization: company }).thenNothing();
  });

  it('stands beside the one that reminders reach nobody', () => {
    const silent: OrderEvent = { type: 'AlertRaised', data: { orderId, reason: 'no-recipient' } };
    given([orderPlaced(), silent]).when(alertOfUnreadBill, { organization: annLeft }).then([alert]);
    given([orderPlaced(), silent, alert, resolved]).when(resolveUnreadBill, { organization: company }).thenNothing();
    expect(fold(orderStream, [orderPlaced(), silent, alert, resolved])).toMatchObject({
      alerts: new Set(['no-recipient']),
    });
  });

  it('needs an order', () => given([]).when(alertOfUnreadBill, { organization: company }).thenNothing());
});
