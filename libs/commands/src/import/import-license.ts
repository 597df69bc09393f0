import {
  billingAgreementStream,
  importAgreement,
  importLicense,
  type IsoDate,
  licenseStream,
  orderStream,
  placeOrder,
  type Policy,
  recordBeforeImport,
  reminderStream,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reminderStreamId } from '../reminder/reminder-stream-id';
import { type CommandContext, step } from '../runtime/context';
import { Policies } from '../runtime/policies';
import { Streams } from '../runtime/streams';
import { importContext } from './import-organization';
import { differingColumn, type ImportedLicense, type ImportResult } from './imported';

export class ImportLicense extends Command<ImportResult> {
  constructor(
    readonly license: ImportedLicense,
    readonly policy: string,
    /** The day which the imported files describe. */
    readonly asOf: IsoDate,
  ) {
    super();
  }
}

/**
 * Takes over one order with its license, stream by stream. The order comes first and keeps the row, so that a known row
 * with other content changes nothing; an import that was cut short goes on with the streams that are missing. No license
 * is there before its billing agreement, for what opens renewals asks for that.
 */
@CommandHandler(ImportLicense)
export class ImportLicenseHandler implements ICommandHandler<ImportLicense> {
  constructor(
    private readonly streams: Streams,
    private readonly policies: Policies,
  ) {}

  async execute({ license, policy: policyId, asOf }: ImportLicense): Promise<ImportResult> {
    const policy = this.policies.get(policyId);
    const policyHash = this.policies.hashOf(policyId);
    const context = importContext(license.licenseId);
    const column = await this.order(license, policy, policyHash, step(context, 'order'));
    if (column !== undefined) return { result: 'differs', column };
    await this.agreement(license, asOf, step(context, 'agreement'));
    const { wrote } = await this.license(license, policyId, policyHash, asOf, context);
    await this.reminders(license, policy, asOf, step(context, 'reminders'));
    return { result: wrote ? 'created' : 'unchanged' };
  }

  private async order(
    license: ImportedLicense,
    policy: Policy,
    policyHash: string,
    context: CommandContext,
  ): Promise<string | undefined> {
    const { orderId, organizationId, contactId, channel, resellerId, externalId, imported } = license;
    const { product, kind, delivery, term, quota, unitPrice } = license;
    const placement = {
      orderId,
      organizationId,
      policyHash,
      channel,
      ...(resellerId && { resellerId }),
      billingContactId: contactId,
      paymentMethod: 'card' as const,
      lines: [{ product, kind, delivery, period: term.period, quota, unitPrice }],
      externalId,
      imported,
    };
    const { wrote } = await this.streams.decide(orderStream, orderId, context, (order) =>
      placeOrder(order, { placement, contacts: [contactId], by: context.actor }, { policy }),
    );
    if (wrote) return undefined;
    const { state } = await this.streams.read(orderStream, orderId);
    const before = state.status === 'placed' ? state.placement.imported : undefined;
    return before && differingColumn(before, imported);
  }

  private license(
    license: ImportedLicense,
    policy: string,
    policyHash: string,
    asOf: IsoDate,
    context: CommandContext,
  ) {
    const { licenseId, orderId, organizationId, product, kind, delivery, hosting, quota, unitPrice } = license;
    const { term, externalId, terminatedOn } = license;
    const { period } = term;
    const thing = { product, kind, delivery, hosting, period, quota, unitPrice, externalId };
    const grant = { licenseId, orderId, organizationId, policy, policyHash, ...thing };
    const reason = 'ended in the former system';
    const termination = terminatedOn && { termination: { on: terminatedOn, by: context.actor, reason } };
    return this.streams.decide(licenseStream, licenseId, context, (state) =>
      importLicense(state, { grant, term, asOf, ...termination }),
    );
  }

  private agreement(license: ImportedLicense, asOf: IsoDate, context: CommandContext) {
    const { licenseId, contactId: billingContactId } = license;
    const recurring = license.recurringBilling === 'enabled';
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      importAgreement(agreement, { licenseId, billingContactId, recurring, asOf, by: context.actor }),
    );
  }

  private async reminders(license: ImportedLicense, policy: Policy, asOf: IsoDate, context: CommandContext) {
    const { licenseId, kind, term, terminatedOn } = license;
    if (kind === 'trial' || terminatedOn !== undefined) return;
    const subject = { kind: 'license', id: licenseId } as const;
    const id = reminderStreamId(subject, term.expiresOn);
    await this.streams.decide(reminderStream, id, context, (reminders) =>
      recordBeforeImport(reminders, { subject, term, asOf }, { policy }),
    );
  }
}
