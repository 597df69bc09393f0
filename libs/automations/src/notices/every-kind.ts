import type { KindsOfNotice } from './kind-of-notice';
import { Alert } from './kinds/alert';
import { Confirmation } from './kinds/confirmation';
import { HandshakeRequired } from './kinds/handshake-required';
import { Invitation } from './kinds/invitation';
import { PasswordLink } from './kinds/password-link';
import { QuotaThreshold } from './kinds/quota-threshold';
import { SalesTask } from './kinds/sales-task';
import type { Sources } from './sources';

export function everyKindOfNotice(sources: Sources): KindsOfNotice {
  return {
    alert: new Alert(sources),
    confirmation: new Confirmation(sources),
    'handshake-required': new HandshakeRequired(sources),
    invitation: new Invitation(sources),
    'password-link': new PasswordLink(sources),
    'quota-threshold': new QuotaThreshold(sources),
    'sales-task': new SalesTask(sources),
  };
}
