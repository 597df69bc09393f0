export * from './delivery/delivery';
export * from './delivery/reminder-desk';
export * from './outbox/dead-letters';
export * from './outbox/outbox-counts';
export * from './outbox/outbox-projection';
export type { OutboxRow } from './outbox/outbox-table';
export * from './transport/transport';
export * from './transport/mail-folder';
export * from './transport/smtp-transport';
