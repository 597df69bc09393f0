import { billingContactOf, type ContactId } from '@renewals/licensing';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, staff } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { LicenseHistory } from '../../../api/src/licenses/license-history';
import { nameOf } from '../../../api/src/licenses/organization-name';
import { Reach } from '../../../api/src/reading/reach';
import { ExplainReminder, ExplanationQuery, questionOf } from '../../../api/src/reminders/explanation.controller';
import { LicenseNames } from '../license/license-names';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import type { Why } from './why';
import { whyPage } from './why-page';

/** Why a reminder came, did not come, or will come: what the API answers, as a page. */
@ApiExcludeController()
@Controller('portal/reminders/explanation')
export class WhyController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reach: Reach,
    private readonly names: LicenseNames,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...staff, 'customer')
  async read(
    @Query() query: ExplanationQuery,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, whyPage(this.frames.of(request), await this.why(query, caller)));
  }

  private async why({ contact, ...query }: ExplanationQuery, caller: Caller): Promise<Why> {
    // A form sends nothing for everybody.
    const asked = questionOf({ ...query, ...(contact && { contact }) });
    const { license } = asked;
    const found = await this.reach.license(license, caller);
    const explanation = await this.queries.execute(new ExplainReminder(asked, caller));
    const history = await this.queries.execute(new LicenseHistory(license, caller));
    const names = await this.names.of(found, caller);
    const contacts = new Set<ContactId>([
      ...[...found.order.contacts.values()].map(({ contactId }) => contactId),
      billingContactOf(found.order),
    ]);
    if (explanation.about.contactId) contacts.add(explanation.about.contactId);
    return {
      license,
      title: `${found.license.grant.product} of ${nameOf(found.organization)}`,
      explanation,
      names,
      inHistory: new Set(history.map(({ eventId }) => eventId)),
      contacts:
        caller.role === 'customer'
          ? []
          : [...contacts].map((contactId) => ({ contactId, name: names.contact(contactId) })),
    };
  }
}
