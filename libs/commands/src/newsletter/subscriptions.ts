import {
  addressStream,
  type NewsletterInterest,
  subscribeToNewsletter,
  unsubscribeFromNewsletter,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AddressBook } from '../organization/address-book';
import { Addresses } from '../organization/addresses';
import { type CommandContext, step } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

/** By anybody, for any address. Answers nothing: who is known there is nobody's business (E). */
export class SubscribeToNewsletter extends Command<void> {
  constructor(
    readonly email: string,
    readonly interests: readonly NewsletterInterest[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The address is sealed for the person whom it leads to, or would: with that person it is erased. */
@CommandHandler(SubscribeToNewsletter)
export class SubscribeToNewsletterHandler implements ICommandHandler<SubscribeToNewsletter> {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
    private readonly book: AddressBook,
  ) {}

  async execute({ email, interests, context }: SubscribeToNewsletter): Promise<void> {
    const id = this.addresses.streamIdOf(email);
    const sealedFor = { $personal: await this.book.contactOf(email), text: email };
    await this.streams.decide(addressStream, id, step(context, 'newsletter', id), (address) =>
      subscribeToNewsletter(address, { interests, email: sealedFor }),
    );
  }
}

/** By whoever followed the link in a mail of the newsletter. */
export class UnsubscribeFromNewsletter extends Command<Outcome> {
  constructor(
    /** Names the stream of the address, as the link does. */
    readonly address: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnsubscribeFromNewsletter)
export class UnsubscribeFromNewsletterHandler implements ICommandHandler<UnsubscribeFromNewsletter> {
  constructor(private readonly streams: Streams) {}

  execute({ address, context }: UnsubscribeFromNewsletter): Promise<Outcome> {
    return this.streams.decide(addressStream, address, step(context, 'newsletter', address), unsubscribeFromNewsletter);
  }
}
