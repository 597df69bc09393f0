import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { Refusal } from '@renewals/licensing';
import { type FiledMail, MailFolder } from '@renewals/mail';
import { Inject, Injectable } from '@nestjs/common';

/** Mails that are files. Where mail goes out by SMTP there are none. */
@Injectable()
export class FiledMails {
  private readonly folder: MailFolder;

  constructor(@Inject(INFRASTRUCTURE) { directory }: Infrastructure) {
    this.folder = new MailFolder(directory.mail);
  }

  newest(limit: number): Promise<FiledMail[]> {
    return this.folder.newest(limit);
  }

  /** Throws `NOT_FOUND`. */
  async read(file: string): Promise<Buffer> {
    const mail = await this.folder.read(file);
    if (!mail) throw new Refusal('NOT_FOUND', 'There is no such mail. The newest ones are at /mails.');
    return mail;
  }
}
