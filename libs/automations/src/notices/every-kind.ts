import type { KindsOfNotice } from './kind-of-notice';
import { AccessRemoved } from './kinds/access-removed';
import { Alert } from './kinds/alert';
import { Approval } from './kinds/approval';
import { Confirmation } from './kinds/confirmation';
import { HandshakeRequired } from './kinds/handshake-required';
import { Invitation } from './kinds/invitation';
import { OrderReceived } from './kinds/order-received';
import { PasswordLink } from './kinds/password-link';
import { QuotaThreshold } from './kinds/quota-threshold';
import { Quote } from './kinds/quote';
import { SalesTask } from './kinds/sales-task';
import { TrialEnds } from './kinds/trial-ends';
import type { Sources } from './sources';

export function everyKindOfNotice(sources: Sources): KindsOfNotice {
  return {
    'access-removed': new AccessRemoved(sources),
    alert: new Alert(sources),
    approval: new Approval(sources),
    confirmation: new Confirmation(sources),
    'handshake-required': new HandshakeRequired(sources),
    invitation: new Invitation(sources),
    'order-received': new OrderReceived(sources),
    'password-link': new PasswordLink(sources),
    'quota-threshold': new QuotaThreshold(sources),
    quote: new Quote(sources),
    'sales-task': new SalesTask(sources),
    'trial-ends': new TrialEnds(sources),
  };
}
