export * from './events';
export * from './renewable';
export * from './subject-key';
export { type OpenRenewal, openingRules, renewalOpened } from './open-renewal';
export * from './align-term';
export * from './reach';
export * from './release-renewal';
export * from './next-term';
export * from './ask-reseller';
