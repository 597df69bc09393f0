export * from './runtime/context';
export * from './runtime/errors';
export * from './runtime/streams';
