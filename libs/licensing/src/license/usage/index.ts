export * from './events';
export * from './meter';
export * from './record-usage';
