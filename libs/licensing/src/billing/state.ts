import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import type { IsoDate } from '../shared/words';
import type { BillingAgreementEvent } from './events';

/** Whether a license's recurring billing was agreed, and still holds (L). */
export interface BillingAgreement {
  readonly status: 'none' | 'on' | 'cancelled';
  /** Expiries whose renewal nobody was told of in time, and sales was. */
  readonly unproven: ReadonlySet<IsoDate>;
}

function evolve(agreement: BillingAgreement, event: BillingAgreementEvent): BillingAgreement {
  switch (event.type) {
    case 'RecurringBillingEnabled':
    case 'RecurringBillingResumed':
      return { ...agreement, status: 'on' };
    case 'RecurringBillingCancelled':
      return { ...agreement, status: 'cancelled' };
    case 'AlertRaised':
      return { ...agreement, unproven: new Set([...agreement.unproven, event.data.expiresOn]) };
    default:
      throw new UnknownEvent('billingAgreement', event);
  }
}

export const billingAgreementStream: StreamDefinition<BillingAgreement, BillingAgreementEvent> = {
  category: 'billingAgreement',
  initial: { status: 'none', unproven: new Set() },
  evolve,
};
