import {
  billingAgreementStream,
  importAgreement,
  importLicense,
  importOrder,
  type IsoDate,
  licenseStream,
  type OffsetOverrides,
  orderStream,
  organizationStream,
  overridesOf,
  type PolicyVersion,
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

/** Under what it is sold, with what its company had set before. */
type Sold = PolicyVersion & { readonly overrides?: OffsetOverrides };

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
    const newest = { policy: policyId, policyHash: this.policies.hashOf(policyId) };
    const context = importContext(license.licenseId);
    const kept = await this.order(license, newest, step(context, 'order'));
    if (typeof kept === 'string') return { result: 'differs', column: kept };
    await this.agreement(license, asOf, step(context, 'agreement'));
    const company = await this.streams.read(organizationStream, license.organizationId);
    const sold = { ...kept, ...overridesOf(company.state) };
    const { wrote } = await this.license(license, sold, asOf, context);
    await this.reminders(license, sold, asOf, step(context, 'reminders'));
    return { result: wrote ? 'created' : 'unchanged' };
  }

  /** Answers with the version that the order keeps, or else the column in which the row is another one. */
  private async order(
    license: ImportedLicense,
    newest: PolicyVersion,
    context: CommandContext,
  ): Promise<PolicyVersion | string> {
    const { orderId, licenseId, organizationId, contactId, channel, resellerId, externalId, imported } = license;
    const { product, kind, delivery, term, quota, unitPrice } = license;
    const placement = {
      orderId,
      organizationId,
      policyHash: newest.policyHash,
      channel,
      ...(resellerId && { resellerId }),
      billingContactId: contactId,
      paymentMethod: 'card' as const,
      lines: [{ product, kind, delivery, period: term.period, quota, unitPrice, licenseId }],
      externalId,
      imported,
    };
    const { wrote } = await this.streams.decide(orderStream, orderId, context, (order) =>
      importOrder(order, { placement, contacts: [contactId], by: context.actor }, { policy: this.policies.of(newest) }),
    );
    if (wrote) return newest;
    const { state } = await this.streams.read(orderStream, orderId);
    if (state.status === 'unplaced') return newest;
    const before = state.placement.imported;
    return (before && differingColumn(before, imported)) ?? state.policyVersion;
  }

  private license(license: ImportedLicense, sold: Sold, asOf: IsoDate, context: CommandContext) {
    const { licenseId, orderId, organizationId, channel, product, kind, delivery, hosting, quota, unitPrice } = license;
    const { term, externalId, terminatedOn } = license;
    const { period } = term;
    const thing = { product, kind, delivery, hosting, period, quota, unitPrice, externalId };
    const grant = { licenseId, orderId, organizationId, ...sold, channel, ...thing };
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

  private async reminders(
    license: ImportedLicense,
    { overrides, ...version }: Sold,
    asOf: IsoDate,
    context: CommandContext,
  ) {
    const { licenseId, kind, channel, term, terminatedOn } = license;
    if (kind === 'trial' || terminatedOn !== undefined) return;
    const subject = { kind: 'license', id: licenseId } as const;
    const id = reminderStreamId(subject, term.expiresOn);
    const through = { policy: this.policies.of(version), channel, ...(overrides && { overrides }) };
    await this.streams.decide(reminderStream, id, context, (reminders) =>
      recordBeforeImport(reminders, { subject, term, asOf }, through),
    );
  }
}
