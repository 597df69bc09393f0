import { columns } from '../host/columns';
import type { Days, Forecast } from './forecast-lines';

interface Row {
  readonly vendor: string;
  readonly on: string;
  readonly offset: number;
  reminders: number;
  readonly mails: Set<string>;
  readonly changes: Record<Exclude<Forecast['change'], 'none'>, number>;
}

/** What goes out, by day, vendor and offset. Reminders and the mails that they go in are counted apart. */
export class ForecastTable {
  private readonly rows = new Map<string, Row>();
  private readonly mails = new Set<string>();

  constructor(private readonly options: Days & { readonly policy?: string }) {}

  add({ vendor, on, offset, mail, change }: Forecast): void {
    const key = `${on} ${vendor} ${String(9999 - offset)}`;
    const row = this.rows.get(key) ?? newRow({ vendor, on, offset });
    this.rows.set(key, row);
    if (change !== 'none') row.changes[change] += 1;
    if (change === 'gone') return;
    row.reminders += 1;
    row.mails.add(mail);
    this.mails.add(mail);
  }

  printed(): readonly string[] {
    const { from, to, policy } = this.options;
    const rows = [...this.rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    const total = (count: (row: Row) => number) => rows.reduce((sum, row) => sum + count(row), 0);
    const sum = changesOf(total);
    return [
      `From ${from} to ${to}, if nobody acts${policy === undefined ? '' : `, under ${policy}`}`,
      '',
      columns(widths, [...headings, ...(policy === undefined ? [] : changeHeadings)]),
      ...rows.map((row) =>
        columns(widths, [
          ...[row.on, row.vendor, row.offset, row.reminders, row.mails.size],
          ...(policy === undefined ? [] : changesOf((count) => count(row))),
        ]),
      ),
      '',
      `Reminders ${total(({ reminders }) => reminders)}, in mails ${this.mails.size}`,
      ...(policy === undefined ? [] : [`Added ${sum[0]}, gone ${sum[1]}, moved ${sum[2]}, against today`]),
    ];
  }
}

const widths = [10, 16, 6, 9, 5, 5, 5];
const headings = ['day', 'vendor', 'offset', 'reminders', 'mails'];
const changeHeadings = ['added', 'gone', 'moved'];

function changesOf(counted: (count: (row: Row) => number) => number): readonly number[] {
  return (['added', 'gone', 'moved'] as const).map((change) => counted(({ changes }) => changes[change]));
}

function newRow(of: Pick<Row, 'vendor' | 'on' | 'offset'>): Row {
  return { ...of, reminders: 0, mails: new Set(), changes: { added: 0, gone: 0, moved: 0 } };
}
