import type { DomainEvent } from '../shared/event';
import type { Actor } from '../shared/words';

/** After an import mail waits until somebody has looked at what would go out. */
export type MailHeld = DomainEvent<'MailHeld', { readonly because: 'import' }>;

/** What fell due before this moment is recorded and not sent. */
export type MailReleased = DomainEvent<
  'MailReleased',
  {
    readonly by: Actor;
    /** RFC 3339, UTC. */
    readonly at: string;
  }
>;

export type InstallationEvent = MailHeld | MailReleased;
