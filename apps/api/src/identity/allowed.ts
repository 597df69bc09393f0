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

/** Roles that may use the route. A route without this, or `Open`, is for nobody. */
export const Allow = (...roles: readonly Role[]) => SetMetadata(ALLOWED, roles);
/** No token is asked for. */
export const Open = () => SetMetadata(ALLOWED, 'everybody');
