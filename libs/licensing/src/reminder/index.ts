export * from './events';
export * from './state';
export * from './reminders-of';
export * from './still-wanted';
export * from './decide-due-reminders';
export * from './record-before-import';
export * from './recipients';
export * from './record-delivery';
