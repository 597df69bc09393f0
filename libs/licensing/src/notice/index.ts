export * from './notice';
export * from './events';
export * from './state';
export * from './raise-notice';
export * from './record-notice';
export * from './trial-end-notice';
