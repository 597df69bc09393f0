export * from './engine.module';
export * from './infrastructure';
export * from './infrastructure.token';
export * from './secrets';
export * from './worker';
export * from './open-engine';
export * from './policies/configured-policies';
export * from './live-until';
