export * from './policy';
export * from './channel-policy';
