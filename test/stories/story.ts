import { DateTime } from 'luxon';
import type { Response, Test } from 'supertest';
import type { Served } from '../e2e/served';
import { Names, withoutTokens } from './names';
import { NewMails, together } from '../support/new-mails';

const DAY = 'd MMMM yyyy';

/** Tells what people do and what comes of it, day by day, as a page that one can read and approve. */
export class Story {
  readonly names = new Names();
  private readonly lines: string[] = [];
  private readonly mails: NewMails;
  private day = '';
  private requests = 0;

  constructor(
    title: string,
    readonly served: Served,
    /** Where the days of the story are days. */
    private readonly zone: string,
  ) {
    this.lines.push(`# ${title}`);
    this.mails = new NewMails(served.infrastructure.directory.mail);
  }

  /** Lives on to that day, ten in the morning. */
  async on(date: string, hour = 10): Promise<void> {
    const instant = DateTime.fromISO(date, { zone: this.zone }).set({ hour });
    await this.served.until(instant.toUTC().toISO() ?? date);
    await this.writeMails();
  }

  /** Somebody asks for something; what the server answers is told. The keys make the ids the same at every telling. */
  async asks(sentence: string, request: Test): Promise<Response['body']> {
    const { body, status } = await request.set('idempotency-key', `request ${++this.requests}`);
    this.at(this.served.clock.now());
    if (status < 300) this.lines.push(`- ${sentence}`);
    else this.lines.push(`- ${sentence} **Refused** (${body.code ?? status}): ${body.detail ?? ''}`);
    await this.served.until(new Date(this.served.clock.now()).toISOString());
    await this.writeMails();
    return body;
  }

  tells(sentence: string): void {
    this.at(this.served.clock.now());
    this.lines.push(sentence);
  }

  /** A table of what stands at the end. */
  table(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
    const columns = Object.keys(rows[0] ?? {});
    this.lines.push(`## ${title}`);
    const cells = rows.map((row) => columns.map((column) => String(row[column])));
    const written = [columns, columns.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
    this.lines.push(rows.length > 0 ? written.join('\n') : 'None.');
  }

  /** With the names that were given in the end: what something is called may only be known later. */
  get page(): string {
    return this.names.in(`${this.lines.join('\n\n')}\n`);
  }

  private async writeMails(): Promise<void> {
    const read = (await this.mails.read()).map((mail) => ({ ...mail, text: withoutTokens(mail.text) }));
    for (const { date, to, subject, text } of together(read)) {
      this.at(date);
      const quoted = [`**Mail to ${to}: ${subject}**`, '', ...text.trim().split('\n')].map((line) =>
        `> ${line}`.trim(),
      );
      this.lines.push(quoted.join('\n'));
    }
  }

  private at(instant: number): void {
    const day = DateTime.fromMillis(instant, { zone: this.zone }).toFormat(DAY);
    if (day !== this.day) this.lines.push(`## ${day}`);
    this.day = day;
  }
}
