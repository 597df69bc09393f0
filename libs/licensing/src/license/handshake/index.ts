export * from './events';
export * from './handshake';
export * from './hand-over';
export * from './confirm-configuration';
