import {
  issueLicense,
  type OrderId,
  type OrderLine,
  orderStream,
  licenseStream,
  type Organization,
  organizationStream,
  overridesOf,
  type PlacedOrder,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { licenseOfLine } from './provisioned-licenses';

/** Issues the license of each line of an order. */
export class ProvisionOrder extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly orderId: OrderId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Cut short at any line, it goes on when it is sent again. Imported orders come with their licenses. */
@CommandHandler(ProvisionOrder)
export class ProvisionOrderHandler implements ICommandHandler<ProvisionOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, context }: ProvisionOrder): Promise<Pick<Outcome, 'wrote'>> {
    const { state: order } = await this.streams.read(orderStream, orderId);
    if (order.status !== 'placed' || order.placement.imported) return { wrote: false };
    const { state: organization } = await this.streams.read(organizationStream, order.placement.organizationId);
    let wrote = false;
    for (const [index, line] of order.placement.lines.entries()) {
      const outcome = await this.issue(order, organization, line, index, step(context, index));
      wrote ||= outcome.wrote;
    }
    return { wrote };
  }

  private issue(
    { placement, policyVersion: { policy, policyHash } }: PlacedOrder,
    organization: Organization,
    { hosting = 'vendor', convertsTrial, ...line }: OrderLine,
    index: number,
    context: CommandContext,
  ): Promise<Outcome> {
    const { orderId, organizationId, channel } = placement;
    const licenseId = licenseOfLine(orderId, index);
    const grant = {
      ...line,
      licenseId,
      orderId,
      organizationId,
      policy,
      policyHash,
      channel,
      ...overridesOf(organization),
      hosting,
      origin: line.kind === 'trial' ? ('trial' as const) : ('purchase' as const),
      ...(convertsTrial && { predecessorId: convertsTrial }),
    };
    return this.streams.decide(licenseStream, licenseId, context, (license) => issueLicense(license, grant));
  }
}
