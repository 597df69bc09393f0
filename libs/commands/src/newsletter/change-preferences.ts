import {
  addressStream,
  changeNewsletterPreferences,
  type ContactId,
  newsletterAddressOf,
  newsletterOf,
  type NewsletterWish,
  type OrganizationId,
} from '@renewals/licensing';
import { PersonalData } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Addresses } from '../organization/addresses';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Streams } from '../runtime/streams';

/** By somebody who has an account. Answers what is wanted from then on. */
export class ChangeNewsletterPreferences extends Command<NewsletterWish> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly wish: NewsletterWish,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Written where a subscription without account is, so that the two never contradict each other. */
@CommandHandler(ChangeNewsletterPreferences)
export class ChangeNewsletterPreferencesHandler implements ICommandHandler<ChangeNewsletterPreferences> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly addresses: Addresses,
    private readonly personal: PersonalData,
  ) {}

  async execute({ organizationId, contactId, wish, context }: ChangeNewsletterPreferences): Promise<NewsletterWish> {
    const organization = await this.desk.organization(organizationId);
    const sealed = newsletterAddressOf(organization, { contactId, by: context.actor });
    const text = sealed && this.personal.open(sealed);
    if (text === undefined) throw new Error(`The address of ${contactId} is erased, and its record says otherwise.`);
    const id = this.addresses.streamIdOf(text);
    const email = { $personal: contactId, text };
    await this.streams.decide(addressStream, id, step(context, 'newsletter', id), (address) =>
      changeNewsletterPreferences(address, { ...wish, email }),
    );
    const { state } = await this.streams.read(addressStream, id);
    return newsletterOf(state);
  }
}
