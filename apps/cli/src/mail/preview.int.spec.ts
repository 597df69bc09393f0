import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { renewals } from '../command/renewals.spec';

const preview = (...words: string[]) => renewals('mail', 'preview', ...words);

function file(content: string): string {
  const name = join(temporaryDirectory(), 'variables.json');
  writeFileSync(name, content);
  return name;
}

describe('renewals mail preview', () => {
  it('shows an example of each kind of mail in each language', async () => {
    const { stdout, stderr, exitCode } = await preview('--template', 'password-link', '--locale', 'de');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/^Legen Sie Ihr Passwort für Scanware fest\n\nGuten Tag Anna Ångström,\n\n/);
  });

  it('says what it is given', async () => {
    const json = file('{"company":"Muster GmbH","invitedBy":null}');
    const { stdout } = await preview('--template', 'invitation', '--json', json);
    expect(stdout).toContain('A contact of the company invites you to be a contact of Muster GmbH');
  });

  it('shows its HTML, or all of it, and writes that to a file', async () => {
    expect((await preview('--template', 'alert', '--html')).stdout).toMatch(/^<!doctype html>[^]*<h1/);
    const out = join(temporaryDirectory(), 'alert.eml');
    expect(await preview('--template', 'alert', '--eml', '--out', out)).toEqual({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
    expect((await PostalMime.parse(readFileSync(out))).subject).toContain('Nobody at Acme gets the mail of order');
  });

  it.each([
    ['no template', [], '--template'],
    ['an unknown template', ['--template', 'postcard'], 'There is no mail "postcard". There are access-removed,'],
    ['an unknown locale', ['--template', 'alert', '--locale', 'tlh'], 'There is no locale "tlh". There are de, en'],
    [
      'a file that is not there',
      ['--template', 'alert', '--json', 'nowhere.json'],
      'nowhere.json cannot be read as JSON',
    ],
    ['a file that is no JSON', ['--template', 'alert', '--json', file('{customer}')], 'cannot be read as JSON'],
    [
      'unknown variables',
      ['--template', 'alert', '--json', file('{"client":"Acme"}')],
      'There is no client. There are',
    ],
    ['two parts at once', ['--template', 'alert', '--html', '--eml'], 'cannot be used with'],
    ['a file that cannot be written', ['--template', 'alert', '--out', '/nowhere/a.txt'], 'cannot be written'],
  ])('refuses %s', async (_, words, sentence) => {
    const { stdout, stderr, exitCode } = await preview(...words);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(sentence);
  });
});
