export * from './clock/clock';
export * from './entropy/entropy';
export * from './entropy/ids';
export * from './personal/person-keys';
export * from './personal/personal-data';
