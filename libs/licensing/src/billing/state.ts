import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import type { BillingAgreementEvent } from './events';

/** Whether a license's recurring billing was agreed, and still holds (L). */
export interface BillingAgreement {
  readonly status: 'none' | 'on' | 'cancelled';
}

function evolve(_agreement: BillingAgreement, event: BillingAgreementEvent): BillingAgreement {
  switch (event.type) {
    case 'RecurringBillingEnabled':
    case 'RecurringBillingResumed':
      return { status: 'on' };
    case 'RecurringBillingCancelled':
      return { status: 'cancelled' };
    default:
      throw new UnknownEvent('billingAgreement', event);
  }
}

export const billingAgreementStream: StreamDefinition<BillingAgreement, BillingAgreementEvent> = {
  category: 'billingAgreement',
  initial: { status: 'none' },
  evolve,
};
