/** Of the injected `Infrastructure`. */
export const INFRASTRUCTURE = Symbol('infrastructure');
