export { BadInputFolder } from './csv/bad-input-folder';
export type { Rejection } from './csv/read-table';
export { importedIds } from './ids';
export { newestDate } from './newest-date';
export { hasStarted, type StatusAsOf } from './plan/as-of';
export { type LicensePlan, planLicense } from './plan/plan-license';
export { type OrganizationPlan, planOrganization, planReseller } from './plan/plan-organization';
export { type KnownRows, type RavenStackInput, readRavenStack } from './read-ravenstack';
export { prepareRejectsFolder, writeRejects } from './write-rejects';
