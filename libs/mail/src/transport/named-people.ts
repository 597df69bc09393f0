import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContactId } from '@renewals/licensing';
import { FolderSync } from './folder-sync';

/**
 * Which filed mails name whom: a folder for each person, and in it an empty file named as the mail. A person's mails are
 * found without reading any mail, also one that was filed when the process died before that was on record.
 */
export class NamedPeople {
  constructor(private readonly folder: string) {}

  /** On disk when it resolves: note it before the mail is there. */
  async note(person: ContactId, file: string): Promise<void> {
    const ofPerson = join(this.folder, person);
    const isNew = (await mkdir(ofPerson, { recursive: true })) !== undefined;
    const mark = await open(join(ofPerson, file), 'a');
    await mark.close();
    await new FolderSync(ofPerson).done();
    if (isNew) await new FolderSync(this.folder).done();
  }

  async filesNaming(person: ContactId): Promise<string[]> {
    try {
      return await readdir(join(this.folder, person));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  async forget(person: ContactId): Promise<void> {
    await rm(join(this.folder, person), { recursive: true, force: true });
  }
}
