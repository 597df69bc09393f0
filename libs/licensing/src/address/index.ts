export * from './events';
export * from './state';
export * from './reserve-address';
export * from './request-password-link';
export * from './set-password';
export * from './newsletter';
