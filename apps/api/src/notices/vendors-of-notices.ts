import { Desk } from '@renewals/commands';
import type { OrderId, OrganizationId } from '@renewals/licensing';
import { type NoticeRow, Orders } from '@renewals/projections';
import { Injectable } from '@nestjs/common';

/** Id of the policy of the vendor whose notice it was, by what it is about; nobody's where that says nothing. */
@Injectable()
export class VendorsOfNotices {
  constructor(
    private readonly desk: Desk,
    private readonly orders: Orders,
  ) {}

  async of({ license, orderId, renewal, task, organization }: NoticeRow): Promise<string | undefined> {
    if (license !== null) return this.ofLicense(license);
    if (orderId !== null) return this.ofOrder(orderId);
    if (renewal !== null) return this.ofRenewal(renewal);
    if (task !== null) return this.ofTask(task);
    return organization === null ? undefined : this.ofCompany(organization);
  }

  private async ofLicense(id: string): Promise<string | undefined> {
    const license = await this.desk.license(id);
    return license.status === 'unissued' ? undefined : license.grant.policy;
  }

  private async ofOrder(id: string): Promise<string | undefined> {
    const order = await this.desk.order(id as OrderId);
    return order.status === 'placed' ? order.placement.policy : undefined;
  }

  private async ofRenewal(id: string): Promise<string | undefined> {
    const renewal = await this.desk.renewal(id);
    const [line] = 'lines' in renewal ? renewal.lines : [];
    return line && this.ofLicense(line.subject.id);
  }

  private async ofTask(id: string): Promise<string | undefined> {
    const task = await this.desk.salesTask(id);
    return task.status === 'none' ? undefined : task.task.policy;
  }

  private async ofCompany(id: string): Promise<string | undefined> {
    const company = await this.desk.organization(id as OrganizationId);
    const opened = company.status === 'registered' ? company.registration.policy : undefined;
    return opened ?? (await this.orders.newestOf(id))?.policy;
  }
}
