export * from './policy';
export * from './policy-version';
export * from './offset-overrides';
export * from './offset-rules';
export * from './channel-policy';
export * from './events';
export * from './policy-book';
export * from './record-policies';
