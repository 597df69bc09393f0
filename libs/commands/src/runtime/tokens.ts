/** Of the injected `Clock`. */
export const CLOCK = Symbol('clock');
/** Of the injected `Entropy`. */
export const ENTROPY = Symbol('entropy');
