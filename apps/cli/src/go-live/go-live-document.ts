import type { ForecastLine, GoLive } from '@renewals/automations';
import { rfc3339 } from '@renewals/licensing';
import { columns } from '../host/columns';

/** What `renewals go-live --json` prints. */
export function goLiveDocument({ mail, goesOutToday, recordedNotSent }: GoLive): object {
  return {
    mail,
    goesOutToday: goesOutToday.map(({ subject, externalId, expiresOn, offset, contactId, at }) => ({
      license: subject.id,
      externalId,
      expiresOn,
      offset,
      contactId,
      dueAt: rfc3339(at),
    })),
    recordedNotSent,
  };
}

/** The same for people. */
export function goLiveSentences({ mail, goesOutToday, recordedNotSent }: GoLive): string[] {
  const today = [`Reminders that go out later today: ${goesOutToday.length}`, ...listOf(goesOutToday)];
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

function listOf(mails: readonly ForecastLine[]): string[] {
  if (mails.length === 0) return [];
  const rows = mails.map(({ at, externalId, expiresOn, offset, contactId }) =>
    columns(widths, [rfc3339(at), externalId, expiresOn, offset, contactId]),
  );
  return [columns(widths, ['due at', 'external id', 'expires on', 'offset', 'contact']), ...rows];
}
