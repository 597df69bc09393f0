export * from './runtime/deadline';
export * from './runtime/deadline-projection';
export * from './runtime/deadline-table';
export * from './runtime/sweeper';
export * from './runtime/zone-data';
