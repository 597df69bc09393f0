import type { PolicyMoved, ReminderOffsetsChanged, SoldUnder } from '../policy';
import type { RenewalOpened, RenewalReleased } from '../renewable';
import type { DomainEvent } from '../shared/event';
import type { IsoDate, LicenseId, Money, OrderId, Period, RenewalId, Zone } from '../shared/words';

/** Support and maintenance of a perpetual license runs from the license's activation. Its stream carries the license's id. */
export type MaintenanceStarted = DomainEvent<
  'MaintenanceStarted',
  SoldUnder & {
    readonly licenseId: LicenseId;
    readonly orderId: OrderId;
    /** Price of one unit of quota for one period. */
    readonly unitPrice: Money;
    readonly period: Period;
    readonly anchor: IsoDate;
    readonly n: number;
    readonly startsOn: IsoDate;
    readonly expiresOn: IsoDate;
    readonly zone: Zone;
  }
>;

/** The next term is recorded, in place; it may lie in the future, validity follows the clock. */
export type MaintenanceRenewed = DomainEvent<
  'MaintenanceRenewed',
  SoldUnder & {
    readonly renewalId: RenewalId;
    readonly anchor: IsoDate;
    readonly n: number;
    readonly startsOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
  }
>;

/** The term that was on record last ends on another day, which is its anchor from then on. */
export type MaintenanceAligned = DomainEvent<
  'MaintenanceAligned',
  SoldUnder & {
    readonly alignmentId: string;
    readonly startsOn: IsoDate;
    readonly previousExpiresOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
  }
>;

export type MaintenanceLapsed = DomainEvent<'MaintenanceLapsed', { readonly expiresOn: IsoDate }>;

/** Its license was terminated. `on` is the last day of both. */
export type MaintenanceEnded = DomainEvent<'MaintenanceEnded', { readonly on: IsoDate }>;

export type MaintenanceEvent =
  | MaintenanceStarted
  | PolicyMoved
  | ReminderOffsetsChanged
  | RenewalOpened
  | RenewalReleased
  | MaintenanceRenewed
  | MaintenanceAligned
  | MaintenanceLapsed
  | MaintenanceEnded;
