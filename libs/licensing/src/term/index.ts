export { addDays, daysBetween, isoDate } from './iso-date';
export { endsAt, instantAt, localDate, rfc3339, startsAt } from './local-time';
export { period } from './period';
export { firstTermReaching, successorTerm, termAt, type Term } from './term';
export { zone } from './zone';
