import { Desk, type LicenseOnDesk } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../../../api/src/identity/caller';
import { Names } from '../words/names';

/** Names everybody who has to do with a license: people of its company, and of the reseller who sold it. */
@Injectable()
export class LicenseNames {
  constructor(
    private readonly desk: Desk,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
  ) {}

  async of({ organization, order }: LicenseOnDesk, caller: Caller): Promise<Names> {
    const { resellerId } = order.placement;
    const reseller = resellerId === undefined ? [] : [await this.desk.organization(resellerId)];
    return new Names(caller, [organization, ...reseller], this.infrastructure.personal);
  }
}
