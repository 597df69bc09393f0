import { mkdtempSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANNA, BORIS, composed, dueReminder, reminderContent } from '../compose/examples.spec';
import { fileOf, MailFolder } from './mail-folder';

const DAY = 86_400_000;
const at = Date.parse('2026-01-09T08:00:00Z');

describe('the mail folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'mails-'));
  let path: string;
  let folder: MailFolder;
  beforeEach(() => {
    path = mkdtempSync(join(parent, 'folder-'));
    folder = new MailFolder(join(path, 'mail'));
  });
  const mail = (now = at, contact = ANNA) => composed(dueReminder(), contact, reminderContent(), now);

  it('has no mails before the first', async () => {
    expect(await folder.newest(10)).toEqual([]);
    expect(await folder.read('none.eml')).toBeUndefined();
  });

  it('files a mail under its Message-ID, byte by byte', async () => {
    const message = await mail();
    const { answer } = await folder.send(message);
    const [file] = await readdir(join(path, 'mail'));
    expect(file).toBe(fileOf(message.messageId));
    expect(answer).toBe(`Filed as ${file}`);
    expect((await folder.read(String(file)))?.equals(message.raw)).toBe(true);
  });

  it('rule 15: files a repeat in the place of the first', async () => {
    await folder.send(await mail());
    await folder.send(await mail(at + DAY));
    expect(await readdir(join(path, 'mail'))).toHaveLength(1);
    expect(await folder.newest(10)).toMatchObject([{ date: at + DAY }]);
  });

  it('rule 15: keeps a half written mail out of sight', async () => {
    const message = await mail();
    await folder.send(message);
    await writeFile(join(path, 'mail', `${fileOf('<other@scanware.example>')}.part`), 'Subject: hal');
    expect(await folder.newest(10)).toHaveLength(1);
  });

  it('lists the newest first, by the date of the mail', async () => {
    const [early, late] = [await mail(at, ANNA), await mail(at + DAY, BORIS)];
    await folder.send(late);
    await folder.send(early);
    expect(await folder.newest(2)).toEqual([
      {
        file: fileOf(late.messageId),
        messageId: late.messageId,
        to: 'anna@customer.example',
        subject: 'Your license for Barcode Reader expires in 59 days, on 10 March 2026',
        date: at + DAY,
      },
      expect.objectContaining({ messageId: early.messageId, date: at }),
    ]);
    expect(await folder.newest(1)).toHaveLength(1);
  });

  it('files many at once', async () => {
    const messages = await Promise.all(
      Array.from({ length: 50 }, (_, offset) => composed(dueReminder({ offset }), ANNA, reminderContent(), at)),
    );
    await Promise.all(messages.map((message) => folder.send(message)));
    expect(await folder.newest(100)).toHaveLength(50);
  });

  it('rule 17: forgets what names a person, also what is half written, and nothing else', async () => {
    const [toAnna, toBoris] = [await mail(at, ANNA), await mail(at, BORIS)];
    const ofAnna = { ...toBoris, messageId: '<about-anna@scanware.example>', names: [BORIS, ANNA] };
    for (const message of [toAnna, toBoris, ofAnna]) await folder.send(message);
    await writeFile(join(path, 'mail', `${fileOf(toAnna.messageId)}.part`), 'Subject: hal');

    await folder.forget(ANNA);
    await folder.forget(ANNA);

    expect(await readdir(join(path, 'mail'))).toEqual([fileOf(toBoris.messageId)]);
    await folder.send(toAnna);
    await folder.forget(ANNA);
    expect(await folder.newest(10)).toHaveLength(1);
  });

  it('rule 17: forgets a mail that it died before filing', async () => {
    await writeFile(join(path, 'mail'), 'in the way');
    await expect(folder.send(await mail())).rejects.toThrow();
    await rm(join(path, 'mail'));
    await folder.forget(ANNA);
    expect(await folder.newest(10)).toEqual([]);
  });

  it.each(['../secret.eml', '/etc/passwd', 'sub/x.eml', '..', 'secret.txt', '..\\secret.eml', ''])(
    'does not read %j',
    async (file) => {
      await folder.send(await mail());
      await writeFile(join(path, 'secret.eml'), 'secret');
      await writeFile(join(path, 'mail', 'secret.txt'), 'secret');
      expect(await folder.read(file)).toBeUndefined();
    },
  );

  it('takes no Message-ID out of the folder, and no two for one', () => {
    expect(fileOf('<../../x@y.example>')).toBe('..%2F..%2Fx%40y.example.eml');
    expect(fileOf('<a/b@y.example>')).not.toBe(fileOf('<a_b@y.example>'));
  });

  it('says so when it cannot file', async () => {
    await writeFile(join(path, 'mail'), 'in the way');
    await expect(folder.send(await mail())).rejects.toThrow('ENOTDIR');
  });
});
