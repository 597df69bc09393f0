import { historyOf, type HistoryEntry } from '@renewals/audit';
import { noSuchLicense, reminderStreamId } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { Upcasting } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { Reach } from '../reading/reach';
import { withoutPersonalData } from './without-personal-data';

export class LicenseHistory extends Query<readonly HistoryEntry[]> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

/**
 * Everything that happened, oldest first. Nobody's personal data is in it, only contact ids; customers are not told of
 * their company's account either, which is about other people.
 */
@QueryHandler(LicenseHistory)
export class LicenseHistoryHandler implements IQueryHandler<LicenseHistory> {
  constructor(
    private readonly reach: Reach,
    private readonly upcasting: Upcasting,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
  ) {}

  async execute({ id, caller }: LicenseHistory): Promise<readonly HistoryEntry[]> {
    await this.reach.license(id, caller);
    const { store } = this.infrastructure;
    const entries = await historyOf({ store, upcasting: this.upcasting, reminderStreamId }, id as LicenseId);
    if (!entries) throw noSuchLicense();
    return entries
      .filter(({ stream }) => caller.role !== 'customer' || !stream.startsWith('organization-'))
      .map((entry) => ({ ...entry, data: withoutPersonalData(entry.data) }));
  }
}
