import { AddressBook, Desk, Passwords } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { type Claims, issueToken } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openSession, SESSION_HOURS } from '../../../api/src/identity/session';
import { SERVING, type Serving } from '../../../api/src/serving';

/** Who is signed in on the pages. */
@Injectable()
export class Sessions {
  constructor(
    private readonly passwords: Passwords,
    private readonly addresses: AddressBook,
    private readonly desk: Desk,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  /** `undefined` in the same time for a wrong password and for an address that has no account. */
  async claimsOf(email: string, password: string): Promise<Claims | undefined> {
    const contactId = await this.passwords.passwordMatches(email, password);
    if (contactId === undefined) return undefined;
    const organizationId = await this.addresses.companyOf(email);
    const company = organizationId && (await this.desk.organization(organizationId));
    const role = company?.status === 'registered' ? company.registration.role : 'customer';
    return { role, subject: contactId };
  }

  open(reply: FastifyReply, claims: Claims): void {
    const { secrets, configuration } = this.infrastructure;
    const token = issueToken(secrets.tokens, claims, { now: this.serving.clock.now(), hours: SESSION_HOURS });
    openSession(reply, token, configuration.PUBLIC_URL?.startsWith('https:') ?? false);
  }
}
