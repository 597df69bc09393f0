export * from './port';
export * from './errors';
export { MemoryEventStore } from './memory/memory-event-store';
export { SqliteEventStore } from './sqlite/sqlite-event-store';
export * from './stored/metadata';
export * from './stored/hash';
export * from './stored/upcasting';
export { EventStoreDbStore, type EventStoreDbOptions } from './eventstoredb';
