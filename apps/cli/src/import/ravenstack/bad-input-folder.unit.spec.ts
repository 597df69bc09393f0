import { BadInputFolder } from './csv/bad-input-folder';
import {
  accountHeader,
  accountLine,
  exportFiles,
  inFolder,
  lines,
  subscriptionHeader,
  subscriptionLine,
} from './examples.spec';
import { readRavenStack } from './read-ravenstack';

async function refusal(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const error: unknown = await inFolder(files, (folder) => readRavenStack(folder)).catch((thrown: unknown) => thrown);
  if (!(error instanceof BadInputFolder)) throw new Error('The folder was read.');
  return error.message;
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const good = lines(subscriptionHeader, subscriptionLine());

describe('a folder is not read', () => {
  it.each(['accounts.csv', 'subscriptions.csv'])('without %s', async (file) => {
    const { [file]: _missing, ...others } = exportFiles();
    expect(await refusal(others)).toMatch(`There is no file ${file} in `);
  });

  it('when it is a file', async () => {
    const reading = inFolder(exportFiles(), (folder) => readRavenStack(`${folder}/accounts.csv`));
    await expect(reading).rejects.toThrow('The file accounts.csv in ');
  });

  it.each(accountHeader.split(','))('without the account column %s', async (column) => {
    const accounts = lines(accountHeader.replace(column, 'other'), accountLine());
    expect(await refusal(exportFiles({ accounts }))).toMatch(`accounts.csv has no column ${column}: `);
  });

  it.each(subscriptionHeader.split(','))('without the subscription column %s', async (column) => {
    const subscriptions = lines(subscriptionHeader.replace(column, 'other'), subscriptionLine());
    expect(await refusal(exportFiles({ subscriptions }))).toMatch(`subscriptions.csv has no column ${column}: `);
  });

  it('when a column stands twice', async () => {
    expect(await refusal(exportFiles({ accounts: `${accountHeader},country\n` }))).toMatch('two columns named country');
  });

  it('when the header has an unclosed quote', async () => {
    expect(await refusal(exportFiles({ accounts: `"${accountHeader}\n` }))).toMatch('unclosed quote');
  });

  it('when a file is empty', async () => {
    expect(await refusal(exportFiles({ accounts: '' }))).toMatch('accounts.csv is empty');
  });

  it.each([
    ['UTF-16 with a mark', utf16(`\ufeff${good}`)],
    ['UTF-16, high byte first', utf16(`\ufeff${good}`).swap16()],
    ['UTF-16 without a mark', utf16(good)],
    ['bytes that are no text', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff])],
  ])('when a file is %s', async (_encoding, subscriptions) => {
    expect(await refusal(exportFiles({ subscriptions }))).toMatch('subscriptions.csv is not UTF-8 text');
  });
});
