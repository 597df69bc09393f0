import type { AgreementAlertRaised } from './events';
import type { BillingAgreement } from './state';

export type AlertUnproven = Omit<AgreementAlertRaised['data'], 'reason'>;

/** No mail told of the renewal in time, so it does not open by itself: sales hears of it once, and may renew by hand. */
export function alertUnproven(agreement: BillingAgreement, command: AlertUnproven): AgreementAlertRaised[] {
  if (agreement.status !== 'on' || agreement.unproven.has(command.expiresOn)) return [];
  return [{ type: 'AlertRaised', data: { ...command, reason: 'no-notice-proof' } }];
}
