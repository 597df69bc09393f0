export * from './events';
export * from './request-trial';
export * from './extend-trial';
export * from './convert-trial';
