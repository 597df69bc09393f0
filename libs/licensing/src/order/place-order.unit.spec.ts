import { organizationStream } from '../organization';
import { companyOfAnnAnd } from '../organization/examples.spec';
import { portalPolicy } from '../policy/examples.spec';
import { ann, bob, byAnn, bySales, license, on, orderId, organizationId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { RefusalCode } from '../shared/refusal';
import type { OrganizationId } from '../shared/words';
import { isoDate } from '../term';
import { type LicenseEvent, licenseStream } from '../license';
import { licenseIssued, running, runningTrial, trialConverted } from '../license/examples.spec';
import type { OrderLine, OrderPlaced } from './events';
import { contactAdded, orderLine as line, orderPlaced } from './examples.spec';
import { type AmongNamed, type PlaceOrder, placeOrder } from './place-order';
import { placeTrialOrder } from './place-trial-order';
import { orderStream } from './state';

const given = specification(orderStream);
const decision: AmongNamed = {
  now: on('2026-02-10'),
  policy: portalPolicy,
  organization: fold(organizationStream, companyOfAnnAnd()),
  trials: new Map(),
};

function place(data: Partial<OrderPlaced['data']> = {}): PlaceOrder {
  const { policy: _decided, ...placement } = orderPlaced(data).data;
  return { placement, contacts: [ann], by: bySales };
}

describe('placing an order', () => {
  it('records the purchase, its policy and who is on its list [P2]', () =>
    given([])
      .when(placeOrder, place(), decision)
      .then([orderPlaced(), contactAdded('ann')]));

  it('is done once', () => given([orderPlaced()]).when(placeOrder, place(), decision).thenNothing());

  it('is refused in a channel that the vendor does not have', () =>
    given([])
      .when(placeOrder, place({ channel: 'quote' }), decision)
      .thenRefused('INVALID_INPUT', 'store, purchase-order'));

  it('names the reseller exactly when there is one [P7]', () => {
    given([])
      .when(placeOrder, place({ channel: 'reseller' }), decision)
      .thenRefused('INVALID_INPUT', 'names the reseller');
    given([])
      .when(placeOrder, place({ resellerId: 'partner' as OrganizationId }), decision)
      .thenRefused('INVALID_INPUT');
  });

  it('buys something, in whole numbers', () => {
    given([])
      .when(placeOrder, place({ lines: [] }), decision)
      .thenRefused('INVALID_INPUT', 'at least one product');
    given([])
      .when(placeOrder, place({ lines: [{ ...line, quota: 0.5 }] }), decision)
      .thenRefused('INVALID_COUNT');
  });

  it('is entered by sales where it comes as a purchase order, for the day on which it was ordered [P5]', () => {
    const purchaseOrder = { channel: 'purchase-order', placedOn: isoDate('2026-02-06') } as const;
    given([])
      .when(placeOrder, place(purchaseOrder), decision)
      .then([orderPlaced(purchaseOrder), contactAdded('ann')]);
    given([])
      .when(placeOrder, { ...place(purchaseOrder), by: byAnn }, decision)
      .thenRefused('NOT_ALLOWED', portalPolicy.vendor.salesEmail);
    given([])
      .when(placeOrder, place({ ...purchaseOrder, placedOn: isoDate('2026-02-11') }), decision)
      .thenRefused('INVALID_DATE', 'lies ahead');
  });

  it('has prices in one currency', () => {
    given([])
      .when(placeOrder, place({ lines: [line, { ...line, unitPrice: { amountMinor: 1, currency: 'USD' } }] }), decision)
      .thenRefused('INVALID_INPUT', 'mixes currencies');
    for (const amountMinor of [-1, 0.5, NaN, Number.MAX_SAFE_INTEGER]) {
      given([])
        .when(placeOrder, place({ lines: [{ ...line, unitPrice: { amountMinor, currency: 'EUR' } }] }), decision)
        .thenRefused('INVALID_INPUT', 'minor units');
    }
  });

  it('names what it sells, and maintenance only with perpetual licenses', () => {
    given([])
      .when(placeOrder, place({ lines: [{ ...line, product: ' ' }] }), decision)
      .thenRefused('INVALID_INPUT', 'names no product');
    const maintenance = { period: line.period, unitPrice: line.unitPrice };
    given([])
      .when(placeOrder, place({ lines: [{ ...line, maintenance }] }), decision)
      .thenRefused('INVALID_INPUT', 'perpetual');
    const perpetual: OrderLine = { ...line, kind: 'perpetual', maintenance };
    given([])
      .when(placeOrder, place({ lines: [perpetual] }), decision)
      .then([orderPlaced({ lines: [perpetual] }), contactAdded('ann')]);
  });
});

describe('an order and the people that it names', () => {
  const nobody = organizationStream.initial;

  it('is of a company that has an account [P9]', () => {
    given([])
      .when(placeOrder, place(), { ...decision, organization: nobody })
      .thenRefused('NOT_FOUND');
    const sold = place({ channel: 'reseller', resellerId: 'partner' as OrganizationId });
    given([])
      .when(placeOrder, sold, { ...decision, reseller: nobody })
      .thenRefused('NOT_FOUND');
  });

  it('is seen and paid by contacts of the company, or paid by the reseller', () => {
    given([])
      .when(placeOrder, { ...place(), contacts: [ann, bob] }, decision)
      .thenRefused('CONTACT_NOT_LINKED_TO_ORGANIZATION');
    given([])
      .when(placeOrder, place({ billingContactId: bob }), decision)
      .thenRefused('CONTACT_NOT_LINKED_TO_ORGANIZATION');
    const partner = { resellerId: 'partner' as OrganizationId, channel: 'reseller', billingContactId: bob } as const;
    const reseller = fold(organizationStream, companyOfAnnAnd('bob'));
    given([])
      .when(placeOrder, place(partner), { ...decision, reseller })
      .then([orderPlaced(partner), contactAdded('ann')]);
  });
});

describe('an order and trials', () => {
  const trialId = license('trial');
  const among = (...events: LicenseEvent[]): AmongNamed => ({
    ...decision,
    trials: new Map([[trialId, fold(licenseStream, events)]]),
  });
  const converting = { lines: [{ ...line, convertsTrial: trialId }] };

  it('sells none: they are requested', () =>
    given([])
      .when(placeOrder, place({ lines: [{ ...line, kind: 'trial' }] }), decision)
      .thenRefused('INVALID_INPUT', 'Request it'));

  it('turns a trial of the company into what it buys', () =>
    given([])
      .when(placeOrder, place(converting), among(...runningTrial()))
      .then([orderPlaced(converting), contactAdded('ann')]));

  it.each<[string, LicenseEvent[], RefusalCode]>([
    ['is not there', [], 'NOT_FOUND'],
    [
      "is another company's",
      [licenseIssued({ kind: 'trial', organizationId: 'other' as OrganizationId })],
      'NOT_FOUND',
    ],
    ['is a license', running, 'NOT_A_TRIAL'],
    ['was converted', [...runningTrial(), trialConverted], 'NOT_A_TRIAL'],
    ['is of another product', [licenseIssued({ kind: 'trial', product: 'Writer' })], 'INVALID_INPUT'],
  ])('is refused for a trial that %s', (_what, history, code) =>
    given([])
      .when(placeOrder, place(converting), among(...history))
      .thenRefused(code),
  );

  it('of a requested trial costs nothing, and is seen by who is to try it', () => {
    const request = {
      licenseId: trialId,
      orderId,
      organizationId,
      policy: portalPolicy.id,
      product: 'Reader',
      delivery: 'cloud',
      contactId: ann,
      requestedBy: byAnn,
    } as const;
    const { period, quota } = portalPolicy.trial;
    const terms = { policyHash: 'hash', channel: 'store', period, quota } as const;
    const [placed, added] = placeTrialOrder({ status: 'unplaced' }, { request, terms });
    expect(placed?.data).toMatchObject({
      lines: [{ kind: 'trial', quota: 10, period: 'P30D', unitPrice: { amountMinor: 0 } }],
    });
    expect(added).toEqual({ type: 'ContactAdded', data: { contactId: ann, role: 'order', addedBy: byAnn } });
    given([orderPlaced()]).when(placeTrialOrder, { request, terms }).thenNothing();
  });
});
