import type { LicenseId, NoticeAbout, RenewalId } from '@renewals/licensing';

/** Where in the portal the links of mails lead. */
export class Pages {
  constructor(private readonly portalUrl: string) {}

  get licenses(): string {
    return `${this.portalUrl}/portal/licenses`;
  }

  license(id: LicenseId): string {
    return `${this.licenses}/${id}`;
  }

  renewal(id: RenewalId): string {
    return `${this.portalUrl}/portal/renewals/${id}`;
  }

  /** Where somebody asks for the link that sets a password. */
  get forgotPassword(): string {
    return `${this.portalUrl}/portal/forgot-password`;
  }

  /** `proof`: that it was followed from the mail. It stands in the path, so that the page needs no script. */
  invitation({ organizationId, invitationId, contactId }: NoticeAbout['invitation'], proof: string): string {
    return `${this.portalUrl}/portal/invitations/${organizationId}/${invitationId}/${contactId}/${proof}`;
  }

  /** Without the `#` of other links: mail programs send their one click to this very address (RFC 8058). */
  unsubscribe(token: string): string {
    return `${this.portalUrl}/unsubscribe/${token}`;
  }

  /** Without the `#`, as calendar programs read this very address. */
  calendar(token: string): string {
    return `${this.portalUrl}/calendar/${token}.ics`;
  }

  /** Behind the `#`, which no browser sends: the token stands in no server's log. */
  password(token: string): string {
    return `${this.portalUrl}/portal/password#${token}`;
  }
}
