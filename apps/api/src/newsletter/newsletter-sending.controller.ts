import { Pages } from '@renewals/automations';
import { Addresses, Newsletters, UnsubscribeLinks } from '@renewals/commands';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../identity/allowed';
import { Problems } from '../openapi/problems';
import { NewsletterAddressQuery, NewsletterRecipientDocument } from './newsletter.document';

/** For the program that sends the newsletter, which this server does not (F, E). */
@ApiTags('newsletter')
@ApiBearerAuth()
@Controller('newsletter/recipient')
export class NewsletterSendingController {
  constructor(
    private readonly newsletters: Newsletters,
    private readonly addresses: Addresses,
    private readonly links: UnsubscribeLinks,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow('service')
  @ApiOperation({
    operationId: 'readNewsletterRecipient',
    summary: 'Whether to send news to an address, which, and the link to end them with',
  })
  @ApiOkResponse({ type: NewsletterRecipientDocument })
  @Problems()
  async read(@Query() { email }: NewsletterAddressQuery): Promise<NewsletterRecipientDocument> {
    const token = this.links.tokenFor({ kind: 'newsletter', address: this.addresses.streamIdOf(email) });
    return { ...(await this.newsletters.wantedAt(email)), unsubscribeUrl: this.pages.unsubscribe(token) };
  }
}
