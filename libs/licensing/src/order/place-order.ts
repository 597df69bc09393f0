import { isCompanyContact, type Organization } from '../organization';
import { refuseUnlessSoldThrough } from '../policy';
import { isCustomerSide } from '../shared/actors';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import { localDate } from '../term';
import type { ContactAdded, OrderPlaced } from './events';
import { type NamedLicenses, refuseLines } from './line-rules';
import type { Order } from './state';

export interface PlaceOrder {
  readonly placement: Omit<OrderPlaced['data'], 'policy'>;
  /** Who starts on the order's list. Whether they may see it is asked afresh at every use. */
  readonly contacts: readonly ContactId[];
  readonly by: Actor;
}

/** What the order names, as of now. */
export interface AmongNamed extends Decision {
  readonly organization: Organization;
  /** The one that it came through, if any. */
  readonly reseller?: Organization;
  /** Those that its lines convert. */
  readonly trials: NamedLicenses;
}

type PlacementRule = Rule<Order, PlaceOrder, AmongNamed>;

const isSoldThroughChannel: PlacementRule = (_order, { placement }, { policy }) =>
  refuseUnlessSoldThrough(policy, placement.channel);

/** "Sending a digital copy of the order to the sales team which will then be processed manually" (P). */
const isPlacedByWhoMay: PlacementRule = (_order, { placement, by }, { policy }) =>
  placement.channel === 'purchase-order' && isCustomerSide(by)
    ? refused('NOT_ALLOWED', `Sales enters purchase orders. Send a copy of yours to ${policy.vendor.salesEmail}.`)
    : undefined;

const namesItsReseller: PlacementRule = (_order, { placement }) =>
  (placement.channel === 'reseller') === (placement.resellerId !== undefined)
    ? undefined
    : refused(
        'INVALID_INPUT',
        'An order through a reseller names the reseller, and no other order does. Correct either.',
      );

const isForACompany: PlacementRule = (_order, { placement }, { organization, reseller }) =>
  organization.status !== 'registered' || (placement.resellerId && reseller?.status !== 'registered')
    ? refused('NOT_FOUND', 'There is no such company. Register it first, then place its order.')
    : undefined;

/** What is bought belongs to the company; others of it are added later, like everybody (P, F). */
const isForItsPeople: PlacementRule = (_order, { placement, contacts }, { organization, reseller }) => {
  const { billingContactId } = placement;
  const isBilled = (among?: Organization) => among !== undefined && isCompanyContact(among, billingContactId);
  return contacts.every((id) => isCompanyContact(organization, id)) && (isBilled(organization) || isBilled(reseller))
    ? undefined
    : refused(
        'CONTACT_NOT_LINKED_TO_ORGANIZATION',
        'The order names somebody who is no contact of the company. ' +
          '1. Invite the user to the organization by Account Management > Users. 2. Place the order then.',
      );
};

const isPlacedBefore: PlacementRule = (_order, { placement: { placedOn } }, { now, policy }) =>
  placedOn !== undefined && placedOn > localDate(now, policy.vendor.zone)
    ? refused('INVALID_DATE', `${placedOn} lies ahead. Give the day on which the customer ordered.`)
    : undefined;

const hasSoundLines: PlacementRule = (_order, { placement }, { trials }) => refuseLines(placement, trials);

const rules: readonly PlacementRule[] = [
  isSoldThroughChannel,
  isPlacedByWhoMay,
  namesItsReseller,
  isForACompany,
  isForItsPeople,
  isPlacedBefore,
  hasSoundLines,
];

/** Records a purchase and who is on its list of contacts. */
export function placeOrder(order: Order, command: PlaceOrder, decision: AmongNamed): (OrderPlaced | ContactAdded)[] {
  if (order.status === 'placed') return [];
  enforce(rules, order, command, decision);
  return orderPlaced({ ...command.placement, policy: decision.policy.id }, command.contacts, command.by);
}

export function orderPlaced(
  placement: OrderPlaced['data'],
  contacts: readonly ContactId[],
  addedBy: Actor,
): (OrderPlaced | ContactAdded)[] {
  return [
    { type: 'OrderPlaced', data: placement },
    ...contacts.map((contactId): ContactAdded => ({
      type: 'ContactAdded',
      data: { contactId, role: 'order', addedBy },
    })),
  ];
}
