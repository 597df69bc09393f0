export * from './clock/clock';
export * from './entropy/entropy';
export * from './entropy/ids';
