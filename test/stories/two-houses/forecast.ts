import { type ForecastLine, ReminderForecast } from '@renewals/automations';
import { isoDate } from '@renewals/licensing';
import { markdownTable } from '../markdown-table';
import type { Houses } from './houses';
import { type Decided, decisionsOn } from './ledger';

interface Quarter {
  readonly from: string;
  readonly to: string;
}

/** Says what would go out on these days if nobody acted. */
export async function foretold(houses: Houses, { from, to }: Quarter): Promise<readonly ForecastLine[]> {
  const { story } = houses;
  await story.served.caughtUp();
  const lines: ForecastLine[] = [];
  for await (const { today } of story.served.app.get(ReminderForecast).upTo(isoDate(to))) {
    lines.push(...today.filter(({ on }) => on >= from && on <= to));
  }
  const rows = together(lines).map((group) => {
    const [{ on, offset, contactId }] = group;
    const mails = new Set(group.map(({ mail }) => mail)).size;
    return { day: on, 'days before': offset, to: houses.nameOf(contactId), reminders: group.length, mails };
  });
  story.tells(`- **Sam of sales** asks what will go out from ${from} to ${to} if nobody acts.`);
  story.tells(markdownTable(rows));
  return lines;
}

/** Says what came of it, and what kept from it what did not go out. */
export async function heldAgainst(houses: Houses, lines: readonly ForecastLine[]): Promise<void> {
  const decided = new Map<string, readonly Decided[]>();
  for (const { subject } of lines) decided.set(subject.id, await decisionsOn(houses, subject.id));
  houses.story.table(
    'What came of the forecast',
    together(lines).map((group) => {
      const [{ on, offset, contactId }] = group;
      const became = group.map((line) => outcomeOf(line, decided.get(line.subject.id) ?? []));
      const sent = became.filter((outcome) => outcome === 'sent').length;
      const otherwise = [...new Set(became.filter((outcome) => outcome !== 'sent'))].sort().join(', ');
      const to = houses.nameOf(contactId);
      return { day: on, 'days before': offset, to, foretold: group.length, sent, otherwise };
    }),
  );
}

type Group = readonly [ForecastLine, ...ForecastLine[]];

/** By day, offset and contact. */
function together(lines: readonly ForecastLine[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = [line.on, line.offset, line.contactId].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), line] as unknown as Group);
  }
  return [...groups.values()].sort(([one], [other]) => one.at - other.at);
}

function outcomeOf(line: ForecastLine, decided: readonly Decided[]): string {
  const decision = decided.find(
    ({ subject, offset, contactId = line.contactId }) =>
      subject === line.subject.kind && offset === line.offset && contactId === line.contactId,
  );
  return decision?.reason ?? decision?.outcome ?? 'not decided';
}
