import {
  changeContactEmail,
  companyContactOf,
  type ContactId,
  type OrganizationId,
  organizationStream,
  rfc3339,
} from '@renewals/licensing';
import { type Clock, PersonalData } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Newsletters } from '../newsletter/newsletters';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { AddressBook } from './address-book';
import { normalised } from './addresses';

export class ChangeContactEmail extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly email: string,
    /** Whose sales a refusal names. */
    readonly policy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The new address is reserved first and the old one released last: at no moment is either anybody else's. */
@CommandHandler(ChangeContactEmail)
export class ChangeContactEmailHandler implements ICommandHandler<ChangeContactEmail> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly book: AddressBook,
    private readonly personal: PersonalData,
    private readonly policies: Policies,
    private readonly newsletters: Newsletters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ organizationId, contactId, email, policy, context }: ChangeContactEmail): Promise<Outcome> {
    const change = {
      contactId,
      email: { $personal: contactId, text: email },
      by: context.actor,
      at: rfc3339(this.clock.now()),
    };
    const decision = { policy: this.policies.get(policy) };
    const organization = await this.desk.organization(organizationId);
    // Whoever may not change it reserves nothing.
    changeContactEmail(organization, change, decision);
    const sealed = companyContactOf(organization, contactId)?.email;
    const before = sealed && this.personal.open(sealed);
    await this.book.reserve(email, { contactId, organizationId }, context);
    const outcome = await this.streams.decide(organizationStream, organizationId, context, (current) =>
      changeContactEmail(current, change, decision),
    );
    if (before !== undefined && normalised(before) !== normalised(email)) {
      await this.newsletters.move({ from: before, to: email, contactId }, context);
      await this.book.release(before, contactId, context);
    }
    return outcome;
  }
}
