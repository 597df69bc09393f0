import { DateTime } from 'luxon';
import type { Response, Test } from 'supertest';
import type { Served } from '../e2e/served';
import { markdownTable, type Row } from './markdown-table';
import { Names, withoutTokens } from './names';
import { NewMails, type ReadMail, together } from '../support/new-mails';

const DAY = 'd MMMM yyyy';

/** What is told, and where. */
export interface Scene {
  readonly title: string;
  /** Where the days of the story are days. */
  readonly zone: string;
  /** Where else its mails are read, if anywhere: each then says what time it was here and there. */
  readonly elsewhere?: string;
}

/** Tells what people do and what comes of it, day by day, as a page that one can read and approve. */
export class Story {
  readonly names = new Names();
  private readonly lines: string[] = [];
  private readonly mails: NewMails;
  private readonly told: ReadMail[] = [];
  private readonly zone: string;
  private readonly elsewhere: string | undefined;
  private day = '';
  private requests = 0;

  constructor(
    { title, zone, elsewhere }: Scene,
    readonly served: Served,
  ) {
    this.zone = zone;
    this.elsewhere = elsewhere;
    this.lines.push(`# ${title}`);
    this.mails = new NewMails(served.infrastructure.directory.mail);
  }

  /** Lives on to that day, ten in the morning. */
  async on(date: string, hour = 10): Promise<void> {
    await this.served.until(this.instantOf(date, hour));
    await this.writeMails();
  }

  /** Nobody is at work until then: nothing is decided, and nothing is sent. */
  asleepUntil(date: string, hour = 10): void {
    this.served.clock.moveTo(Date.parse(this.instantOf(date, hour)));
  }

  /** Somebody asks for something; what the server answers is told. The keys make the ids the same at every telling. */
  async asks(sentence: string, request: Test): Promise<Response['body']> {
    const { body, status } = await request.set('idempotency-key', `request ${++this.requests}`);
    this.at(this.served.clock.now());
    if (status < 400) this.lines.push(`- ${sentence}`);
    else this.lines.push(`- ${sentence} **Refused** (${body.code ?? status}): ${body.detail ?? ''}`);
    await this.served.until(new Date(this.served.clock.now()).toISOString());
    await this.writeMails();
    return body;
  }

  /** The newest mail that was told of to that address. */
  lastMailTo(address: string): ReadMail {
    const mail = this.told.findLast(({ to }) => to === address);
    if (!mail) throw new Error(`Nobody wrote to ${address} yet`);
    return mail;
  }

  tells(sentence: string): void {
    this.at(this.served.clock.now());
    this.lines.push(sentence);
  }

  /** A table of what stands at the end. */
  table(title: string, rows: readonly Row[]): void {
    this.lines.push(`## ${title}`, markdownTable(rows));
  }

  /** With the names that were given in the end: what something is called may only be known later. */
  get page(): string {
    return this.names.in(`${this.lines.join('\n\n')}\n`);
  }

  private async writeMails(): Promise<void> {
    const read = await this.mails.read();
    this.told.push(...read);
    const shown = read.map((mail) => ({ ...mail, text: withoutTokens(mail.text) }));
    for (const mail of together(shown)) {
      this.at(mail.date);
      const heading = [`**Mail to ${mail.to}: ${mail.subject}**`, ...this.whenAndWhatIsAttached(mail)];
      const quoted = [...heading, '', ...mail.text.trim().split('\n')].map((line) => `> ${line}`.trim());
      this.lines.push(quoted.join('\n'));
    }
  }

  private whenAndWhatIsAttached({ date, attached }: ReadMail): string[] {
    const there = this.elsewhere === undefined ? [] : [this.elsewhere];
    const times = [this.zone, ...there].map((zone) => timeIn(zone, date)).join(', ');
    const facts = [...there.map(() => times), ...(attached.length > 0 ? [`attached: ${attached.join(', ')}`] : [])];
    return facts.flatMap((fact) => ['', `*${fact}*`]);
  }

  private instantOf(date: string, hour: number): string {
    return DateTime.fromISO(date, { zone: this.zone }).set({ hour }).toUTC().toISO() ?? date;
  }

  private at(instant: number): void {
    const day = DateTime.fromMillis(instant, { zone: this.zone }).toFormat(DAY);
    if (day !== this.day) this.lines.push(`## ${day}`);
    this.day = day;
  }
}

/** 13 October 09:00 in Auckland */
function timeIn(zone: string, instant: number): string {
  const city = zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
  return `${DateTime.fromMillis(instant, { zone }).toFormat('d MMMM HH:mm')} in ${city}`;
}
