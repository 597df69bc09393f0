import { Newsletters, Passwords } from '@renewals/commands';
import {
  type CompanyContact,
  type ContactId,
  type OrganizationId,
  type RegisteredOrganization,
  type Unreachable,
} from '@renewals/licensing';
import { PersonalData } from '@renewals/platform';
import { Injectable } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NewsletterDocument } from '../newsletter/newsletter.document';
import { RevisionAnswer } from '../commanding/answers';

export class OpenedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  organizationId!: OrganizationId;

  @ApiProperty({ description: 'Its owner.', format: 'uuid' })
  contactId!: ContactId;
}

export class InvitedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  invitationId!: string;

  @ApiProperty({ format: 'uuid' })
  contactId!: ContactId;
}

/** Nothing is mailed to the person but invitations and links that set a password. */
export class UnreachableDocument implements Unreachable {
  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({
    enum: ['hard', 'complaint'],
    description: '`hard`: mail comes back. `complaint`: it was called spam.',
  })
  severity!: Unreachable['severity'];
}

/** A row of Account Management > Users. */
export class CompanyContactDocument {
  @ApiProperty({ format: 'uuid' })
  contactId!: string;

  @ApiProperty({ enum: ['invited', 'accepted', 'removed', 'erased'] })
  status!: CompanyContact['status'];

  @ApiProperty()
  isPrimary!: boolean;

  @ApiPropertyOptional({ description: 'None once the person was erased.' })
  name?: string;

  @ApiPropertyOptional({ format: 'email' })
  email?: string;

  @ApiProperty({ description: 'Sets the first password before signing in.' })
  passwordSetupRequired!: boolean;

  @ApiPropertyOptional({ description: 'BCP 47, of mail to the person, when one was chosen.', example: 'de' })
  locale?: string;

  @ApiPropertyOptional({ type: UnreachableDocument, description: 'None while mail to the person arrives.' })
  unreachable?: UnreachableDocument;

  @ApiProperty({
    description:
      'Mails that were late, or refused for the time being, since the person was last known to be reachable.',
    type: 'integer',
  })
  softBounces!: number;

  @ApiPropertyOptional({ description: 'Of the invitation that waits.', format: 'date-time' })
  invitationExpiresAt?: string;

  @ApiProperty({ type: NewsletterDocument })
  newsletter!: NewsletterDocument;
}

export class NoteDocument {
  @ApiProperty()
  text!: string;

  @ApiProperty({ description: 'Who of the vendor.' })
  by!: string;
}

export class CompanyDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  zone!: string;

  @ApiProperty({ enum: ['registration', 'purchase', 'import'], description: 'How the account was opened.' })
  via!: string;

  @ApiPropertyOptional({ description: 'BCP 47, of mail to those who chose none.', example: 'de' })
  locale?: string;

  @ApiPropertyOptional({ description: 'None when that person left: support names the next.', format: 'uuid' })
  primaryContactId?: string;

  @ApiProperty({ type: [CompanyContactDocument] })
  contacts!: CompanyContactDocument[];

  @ApiPropertyOptional({ description: "For the vendor's people only.", type: [NoteDocument] })
  notes?: NoteDocument[];

  @ApiProperty({ type: 'integer' })
  revision!: number;
}

const NO_NEWS: NewsletterDocument = { subscribed: false, interests: [] };

/** Writes a company as its people see it. */
@Injectable()
export class CompanyDocuments {
  constructor(
    private readonly personal: PersonalData,
    private readonly passwords: Passwords,
    private readonly newsletters: Newsletters,
  ) {}

  async of(company: RegisteredOrganization, revision: number, withNotes: boolean): Promise<CompanyDocument> {
    const { registration, primaryContactId, locale, notes } = company;
    const { organizationId: id, name, zone, via } = registration;
    const contacts = await Promise.all([...company.contacts].map(([each, contact]) => this.contact(each, contact)));
    return {
      id,
      name,
      zone,
      via,
      ...(locale !== undefined && { locale }),
      ...(primaryContactId !== undefined && { primaryContactId }),
      contacts: contacts.map((contact) => ({ ...contact, isPrimary: contact.contactId === primaryContactId })),
      ...(withNotes && { notes: [...notes.values()].map(({ text, by }) => ({ text, by: by.id })) }),
      revision,
    };
  }

  private async contact(
    contactId: ContactId,
    contact: CompanyContact,
  ): Promise<Omit<CompanyContactDocument, 'isPrimary'>> {
    const email = this.personal.open(contact.email);
    const name = this.personal.open(contact.name);
    return {
      contactId,
      status: contact.status,
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      passwordSetupRequired: email !== undefined && (await this.passwords.isSetupRequired(email)),
      ...(contact.locale !== undefined && { locale: contact.locale }),
      ...(contact.bounces?.unreachable && { unreachable: contact.bounces.unreachable }),
      softBounces: contact.bounces?.softBounces ?? 0,
      ...(contact.invitation && { invitationExpiresAt: contact.invitation.expiresAt }),
      newsletter: email === undefined ? NO_NEWS : await this.newsletters.wantedAt(email),
    };
  }
}
