export { EventStoreDbStore, type EventStoreDbOptions } from './event-store-db-store';
