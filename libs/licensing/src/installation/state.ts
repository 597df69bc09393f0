import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import type { Instant } from '../shared/words';
import type { InstallationEvent } from './events';

/** Whether mail goes out: as from the start, not yet after an import, or since somebody released it. */
export type Installation =
  | { readonly mail: 'never-held' }
  | { readonly mail: 'held' }
  | { readonly mail: 'released'; readonly releasedAt: Instant };

function evolve(_installation: Installation, event: InstallationEvent): Installation {
  switch (event.type) {
    case 'MailHeld':
      return { mail: 'held' };
    case 'MailReleased':
      return { mail: 'released', releasedAt: Date.parse(event.data.at) };
    default:
      throw new UnknownEvent('installation', event);
  }
}

export const installationStream: StreamDefinition<Installation, InstallationEvent> = {
  category: 'installation',
  initial: { mail: 'never-held' },
  evolve,
};
