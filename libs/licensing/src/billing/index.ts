export * from './events';
export * from './state';
export * from './enable-recurring-billing';
export * from './cut-off';
export * from './cancel-recurring-billing';
export * from './resume-recurring-billing';
export * from './import-agreement';
