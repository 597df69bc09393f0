import type { GoLive, UpcomingMail } from '@renewals/automations';
import { rfc3339 } from '@renewals/licensing';
import { columns } from '../host/columns';

/** What `renewals go-live --json` prints. */
export function goLiveDocument({ mail, goesOutToday, recordedNotSent }: GoLive): object {
  return {
    mail,
    goesOutToday: goesOutToday.map((upcoming) => ({ ...upcoming, dueAt: rfc3339(upcoming.dueAt) })),
    recordedNotSent,
  };
}

/** The same for people. */
export function goLiveSentences({ mail, goesOutToday, recordedNotSent }: GoLive): string[] {
  const today = [`Mails that go out later today: ${goesOutToday.length}`, ...listOf(goesOutToday)];
  switch (mail) {
    case 'never-held':
      return ['Mail is not held here: it goes out on its day.', ...today];
    case 'held':
      return [
        'Mail is held. When it is released now:',
        `Reminders that fell due before, recorded and not sent: ${recordedNotSent}`,
        ...today,
        'Release it: renewals go-live',
      ];
    case 'released':
      return [
        'Mail is released: it goes out on its day, while the engine is started.',
        ...(recordedNotSent > 0 ? [`Reminders that fell due before, recorded and not sent: ${recordedNotSent}`] : []),
        ...today,
      ];
  }
}

const widths = [20, 12, 10, 6];

function listOf(mails: readonly UpcomingMail[]): string[] {
  if (mails.length === 0) return [];
  const rows = mails.map(({ dueAt, externalId, expiresOn, offset, contactId }) =>
    columns(widths, [rfc3339(dueAt), externalId, expiresOn, offset, contactId]),
  );
  return [columns(widths, ['due at', 'external id', 'expires on', 'offset', 'contact']), ...rows];
}
