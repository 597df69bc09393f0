export * from './events';
export * from './state';
export * from './propose-alignment';
export * from './approve-alignment';
export * from './apply-alignment';
export * from './withdraw-alignment';
export * from './settlement';
