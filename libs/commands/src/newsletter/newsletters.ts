import {
  addressStream,
  type ContactId,
  newsletterOf,
  type NewsletterWish,
  subscribeToNewsletter,
} from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../organization/addresses';
import { type CommandContext, step } from '../runtime/context';
import { Streams } from '../runtime/streams';

/** What news are wanted where. */
@Injectable()
export class Newsletters {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
  ) {}

  async wantedAt(email: string): Promise<NewsletterWish> {
    const { state } = await this.streams.read(addressStream, this.addresses.streamIdOf(email));
    return newsletterOf(state);
  }

  /** What the person wanted at the old address, they want at the new one. */
  async move(
    { from, to, contactId }: { readonly from: string; readonly to: string; readonly contactId: ContactId },
    context: CommandContext,
  ): Promise<void> {
    const { subscribed, interests } = await this.wantedAt(from);
    if (!subscribed) return;
    const id = this.addresses.streamIdOf(to);
    const email = { $personal: contactId, text: to };
    await this.streams.decide(addressStream, id, step(context, 'newsletter', id), (address) =>
      subscribeToNewsletter(address, { interests, email }),
    );
  }
}
