import { SetMetadata } from '@nestjs/common';
import type { Role } from '@renewals/platform';

export const ALLOWED = 'renewals:allowed';

/** The vendor's people who may look at everything that they reach. */
export const staff = ['sales', 'support', 'auditor', 'admin'] as const satisfies readonly Role[];
/** Everybody who reads licenses and renewals; a customer only those of the orders they are contacts of. */
export const readers = [...staff, 'customer', 'service'] as const satisfies readonly Role[];
/** Who acts for the vendor. */
export const desk = ['sales', 'support', 'admin', 'service'] as const satisfies readonly Role[];
/** Who asks for renewals and agrees to them. */
export const renewers = [...desk, 'customer'] as const satisfies readonly Role[];

/** The vendor's people who change something about a customer, by name. */
export const officers = ['sales', 'support', 'admin'] as const satisfies readonly Role[];
/** People of a customer's or a reseller's company. */
export const companyPeople = ['customer', 'reseller'] as const satisfies readonly Role[];

/** Roles that may use the route. A route without this, or `Open`, is for nobody. */
export const Allow = (...roles: readonly Role[]) => SetMetadata(ALLOWED, roles);
/** No token is asked for. */
export const Open = () => SetMetadata(ALLOWED, 'everybody');
/** As `Open`, for a command: nobody is signed in, and nothing is changed where the data is only read. */
export const ForVisitors = () => SetMetadata(ALLOWED, 'visitors');
