import type { LicenseId, Subject } from '../shared/words';

const MAINTENANCE = 'maintenance:';

/** A subject as one text: the license's id, or `maintenance:` and the id of the license that is maintained. */
export function subjectKey({ kind, id }: Subject): string {
  return kind === 'license' ? id : `${MAINTENANCE}${id}`;
}

/** The subject that such a text names. */
export function subjectNamed(key: string): Subject {
  return key.startsWith(MAINTENANCE)
    ? { kind: 'maintenance', id: key.slice(MAINTENANCE.length) as LicenseId }
    : { kind: 'license', id: key as LicenseId };
}
