import { differenceOf, type ForecastLine, type ReminderForecast } from '@renewals/automations';
import { type IsoDate, type Policy, rfc3339 } from '@renewals/licensing';

export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One line of `renewals forecast --json`: a reminder to a contact. */
export interface Forecast extends Omit<ForecastLine, 'at' | 'subject'> {
  readonly license: string;
  readonly subject: 'license' | 'maintenance';
  /** RFC 3339, UTC. */
  readonly at: string;
  /** By the other policy: as it is today, or goes out, goes out no more, or moves to `at`. */
  readonly change: 'none' | 'added' | 'gone' | 'moved';
  /** Of one that moves: when it goes out today. */
  readonly movedFrom?: string;
}

/** Everything that goes out on these days, by subject; with another policy also what goes out no more. */
export async function* forecastLines(
  forecast: ReminderForecast,
  { from, to }: Days,
  changed?: Policy,
): AsyncGenerator<Forecast> {
  const isMeant = ({ on }: ForecastLine) => on >= from && on <= to;
  for await (const expiry of forecast.upTo(to, changed)) {
    const today = expiry.today.filter(isMeant);
    const then = expiry.changed.filter(isMeant);
    const { added, gone, moved } = differenceOf({ today, changed: then });
    const before = new Map(moved.map((move) => [move.to, move.from]));
    for (const line of then) {
      const movedFrom = before.get(line);
      if (movedFrom) yield { ...lineOf(line, 'moved'), movedFrom: rfc3339(movedFrom.at) };
      else yield lineOf(line, added.includes(line) ? 'added' : 'none');
    }
    for (const line of gone) yield lineOf(line, 'gone');
  }
}

function lineOf({ subject, at, ...line }: ForecastLine, change: Forecast['change']): Forecast {
  return { license: subject.id, subject: subject.kind, ...line, at: rfc3339(at), change };
}
