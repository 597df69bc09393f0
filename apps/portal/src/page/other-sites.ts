import { Refusal } from '@renewals/licensing';
import type { FastifyRequest } from 'fastify';
import { comesFromOurPages } from '../../../api/src/identity/same-origin';

/** For forms of people who are not signed in; the guard does it for everybody else. */
export function refuseOtherSites(request: FastifyRequest): void {
  if (!comesFromOurPages(request)) throw new Refusal('NOT_ALLOWED', 'This came from another site. Do it on this one.');
}
