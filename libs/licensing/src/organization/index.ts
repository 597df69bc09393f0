export * from './events';
export * from './state';
export * from './address';
export * from './register-organization';
export * from './invite-contact';
export * from './accept-invitation';
export * from './remove-company-contact';
export * from './assign-primary-contact';
