export * from './database/sqlite-database';
export * from './runtime/projection';
export * from './runtime/projection-runner';
export * from './runtime/row-view';
