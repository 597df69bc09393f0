import type { LicenseId, NoticeAbout } from '@renewals/licensing';

/** Where in the portal the links of mails lead. */
export class Pages {
  constructor(private readonly portalUrl: string) {}

  get licenses(): string {
    return `${this.portalUrl}/portal/licenses`;
  }

  license(id: LicenseId): string {
    return `${this.licenses}/${id}`;
  }

  /** `proof`: that it was followed from the mail. It stands in the path, so that the page needs no script. */
  invitation({ organizationId, invitationId, contactId }: NoticeAbout['invitation'], proof: string): string {
    return `${this.portalUrl}/portal/invitations/${organizationId}/${invitationId}/${contactId}/${proof}`;
  }

  /** Without the `#` of other links: mail programs send their one click to this very address (RFC 8058). */
  unsubscribe(token: string): string {
    return `${this.portalUrl}/unsubscribe/${token}`;
  }

  /** Behind the `#`, which no browser sends: the token stands in no server's log. */
  password(token: string): string {
    return `${this.portalUrl}/portal/password#${token}`;
  }
}
