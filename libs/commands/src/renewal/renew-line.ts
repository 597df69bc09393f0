import {
  billingAgreementStream,
  billingContactOf,
  issueSuccessor,
  keepRecurringBilling,
  type LicenseId,
  licenseStream,
  type Line,
  maintenanceStream,
  recordMaintenanceRenewed,
  recordRenewed,
  type RenewalId,
  type Term,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { type CommandContext, step } from '../runtime/context';
import type { Desk } from '../runtime/desk';
import type { Streams } from '../runtime/streams';
import type { Contract } from '../subjects/kinds';

export interface RenewLine {
  readonly renewalId: RenewalId;
  readonly line: Line;
  /** The new one. */
  readonly term: Term;
  readonly context: CommandContext;
}

/** Puts the new term of one line on record. */
export class LineRenewal {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  renew(command: RenewLine): Promise<Contract> {
    return command.line.subject.kind === 'license' ? this.renewLicense(command) : this.renewMaintenance(command);
  }

  /** The old license first: only a renewal that still holds its claim gets a successor made. */
  private async renewLicense({ renewalId, line, term, context }: RenewLine): Promise<Contract> {
    const { id } = line.subject;
    const successorId = derivedId('successor', renewalId, id) as LicenseId;
    const { startsOn, expiresOn: newExpiresOn } = term;
    await this.streams.decide(licenseStream, id, step(context, 'renewed'), (license) =>
      recordRenewed(license, { renewalId, successorId, startsOn, newExpiresOn }),
    );
    const predecessor = await this.desk.license(id);
    await this.streams.decide(licenseStream, successorId, step(context, 'successor'), (license) =>
      issueSuccessor(license, { licenseId: successorId, origin: 'renewal', term, quota: line.quota }, { predecessor }),
    );
    await this.keepBilling(id, successorId, context);
    return { startsOn, successorId };
  }

  private async renewMaintenance({ renewalId, line, term, context }: RenewLine): Promise<Contract> {
    await this.streams.decide(maintenanceStream, line.subject.id, step(context, 'renewed'), (maintenance) =>
      recordMaintenanceRenewed(maintenance, { renewalId, term }),
    );
    return { startsOn: term.startsOn };
  }

  /** Recurring billing goes on with the successor: it is the license that is renewed next (L). */
  private async keepBilling(id: LicenseId, successorId: LicenseId, context: CommandContext): Promise<void> {
    const agreement = await this.desk.agreement(id);
    if (agreement.status !== 'on') return;
    const { order } = await this.desk.licenseWithOrder(id);
    await this.streams.decide(billingAgreementStream, successorId, step(context, 'billing'), (state) =>
      keepRecurringBilling(state, { licenseId: successorId, billingContactId: billingContactOf(order) }),
    );
  }
}
