export * from './events';
export * from './state';
export * from './write-to-billing-contact';
export * from './follow-up-reversal';
export * from './complete-sales-task';
