import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailFolder, Redirected, SmtpTransport } from '@renewals/mail';
import { BadConfiguration, configurationFrom, DataDirectory, type DirectoryIdentity } from '@renewals/platform';
import { transportOf } from './mail-transport';

const folder = mkdtempSync(join(tmpdir(), 'mail-transport-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const virtual: DirectoryIdentity = { virtual: { seed: 1, startsAt: 0 } };
const warnings: string[] = [];

function transportWith(variables: Record<string, string>, identity: DirectoryIdentity = {}) {
  const configuration = configurationFrom(variables);
  const directory = new DataDirectory(folder);
  return transportOf({ configuration, identity, directory }, (sentence) => warnings.push(sentence));
}

beforeEach(() => void warnings.splice(0));

describe('mails', () => {
  const server = { SMTP_URL: 'smtps://mail.example' };

  it('are files without a server', () => expect(transportWith({})).toBeInstanceOf(MailFolder));

  it('are files in a virtual directory, whatever is configured', () =>
    expect(transportWith({ ...server, MAIL_REDIRECT_TO: 'team@scanware.example' }, virtual)).toBeInstanceOf(
      MailFolder,
    ));

  it('go to the server', () => {
    expect(transportWith(server)).toBeInstanceOf(SmtpTransport);
    expect(warnings).toEqual([]);
  });

  it('go to one address where that is configured, which is said at start', () => {
    expect(transportWith({ ...server, MAIL_REDIRECT_TO: 'team@scanware.example' })).toBeInstanceOf(Redirected);
    expect(warnings).toEqual([expect.stringMatching(/^MAIL_REDIRECT_TO is set/)]);
  });

  it.each<[string, Record<string, string>]>([
    ['SMTP_URL', { SMTP_URL: 'smtp://me:hunter2@mail.example?tls=off' }],
    ['SMTP_CA_FILE', { ...server, SMTP_CA_FILE: join(folder, 'none.pem') }],
    ['SMTP_CA_FILE', { ...server, SMTP_CA_FILE: file('hunter2.pem', 'hunter2') }],
    ['DKIM_KEY_FILE', { ...server, DKIM_KEY_FILE: join(folder, 'none.pem'), DKIM_SELECTOR: 'renewals' }],
    ['DKIM_KEY_FILE', { ...server, DKIM_KEY_FILE: file('hunter2.key', 'hunter2'), DKIM_SELECTOR: 'renewals' }],
  ])('have a start that fails with a bad %s, by its name', (setting, variables) => {
    expect(() => transportWith(variables)).toThrow(BadConfiguration);
    expect(() => transportWith(variables)).toThrow(setting);
    expect(() => transportWith(variables)).not.toThrow('hunter2');
  });
});
