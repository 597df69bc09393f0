export * from './pdf/content';
export * from './pdf/proforma';
export * from './pdf/receipt';
export * from './calendar/calendar';
