export * from './automatic-opening';
