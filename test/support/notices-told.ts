import type { EngineInTime } from './engine-in-time';
import { NewMails, type ReadMail } from './new-mails';

/** What became of notices, and their mails. */
export class NoticesTold {
  private readonly mails: NewMails;

  constructor(private readonly engine: EngineInTime) {
    this.mails = new NewMails(engine.infrastructure.directory.mail);
  }

  /** Mails that were filed since they were last read, once everything has settled. */
  async read(): Promise<ReadMail[]> {
    await this.engine.worker.settle();
    return this.mails.read();
  }

  /** `quote sent`, `approval suppressed no-access`: decisions about notices of that kind, in the order of the log. */
  async decisions(kind: string): Promise<string[]> {
    const events = await this.engine.events();
    return events
      .filter(({ type, data }) => type.startsWith('Notice') && type !== 'NoticeDue' && data['kind'] === kind)
      .map(({ type, data }) => [type.slice('Notice'.length).toLowerCase(), data['reason']].filter(Boolean).join(' '));
  }
}
