export * from './events';
export * from './state';
export * from './access';
export * from './place-order';
export * from './add-contact';
export * from './remove-contact';
export * from './subscribe-reminders';
