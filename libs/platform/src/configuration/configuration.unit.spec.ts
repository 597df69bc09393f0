import { BadConfiguration } from './bad-configuration';
import { configurationFrom } from './configuration';

const secret = 'hunter2-hunter2';

describe('the environment', () => {
  it('may be empty: everything is embedded, and only this machine is served', () =>
    expect(configurationFrom({})).toEqual({
      DATA_DIR: './.data',
      HOST: '127.0.0.1',
      PORT: 3000,
      SMTP_CONNECTIONS: 1,
      MAIL_DELIVERY: 'on',
      LOG_LEVEL: 'info',
    }));

  it('counts what is set to nothing as not set', () =>
    expect(configurationFrom({ SMTP_URL: '', PORT: '', EVENT_STORE: undefined })).toEqual(configurationFrom({})));

  it('ignores what is not ours', () => expect(configurationFrom({ PATH: '/bin' })).toEqual(configurationFrom({})));

  it.each([
    ['PORT', '8080', 8080],
    ['EVENT_STORE', 'esdb+discover://one:2113?tls=true', 'esdb+discover://one:2113?tls=true'],
    ['SMTP_URL', 'smtps://user:password@mail.example:465', 'smtps://user:password@mail.example:465'],
    ['SMTP_CONNECTIONS', '4', 4],
    ['MAIL_DELIVERY', 'off', 'off'],
    ['MAIL_REDIRECT_TO', 'team@scanware.example', 'team@scanware.example'],
    ['MAIL_PER_SECOND', '20', 20],
    ['MAIL_PER_DOMAIN_PER_MINUTE', '300', 300],
    ['MAIL_PER_ADDRESS_PER_HOUR', '10', 10],
    ['PUBLIC_URL', 'https://renewals.example', 'https://renewals.example'],
    ['MASTER_KEY', Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 1).toString('base64')],
  ])('sets %s', (setting, value, means) =>
    expect(configurationFrom({ [setting]: value })).toHaveProperty(setting, means),
  );

  it.each([
    ['PORT', '70000', 'PORT '],
    ['PORT', secret, 'PORT '],
    ['EVENT_STORE', `http://admin:${secret}@host`, 'EVENT_STORE must be like esdb://host:2113?tls=true'],
    ['SMTP_URL', `mail://user:${secret}@host`, 'SMTP_URL must be like smtps://user:password@host:465'],
    ['MAIL_DELIVERY', secret, 'MAIL_DELIVERY '],
    ['MAIL_REDIRECT_TO', secret, 'MAIL_REDIRECT_TO '],
    ['MAIL_PER_SECOND', '0', 'MAIL_PER_SECOND must be a whole number from 1'],
    ['MAIL_PER_DOMAIN_PER_MINUTE', '1.5', 'MAIL_PER_DOMAIN_PER_MINUTE '],
    ['MAIL_PER_ADDRESS_PER_HOUR', secret, 'MAIL_PER_ADDRESS_PER_HOUR '],
    ['DKIM_SELECTOR', `${secret} d=another`, 'DKIM_SELECTOR must be a name of the DNS'],
    ['DKIM_DOMAIN', `${secret};`, 'DKIM_DOMAIN must be a name of the DNS'],
    ['DKIM_KEY_FILE', secret, 'DKIM_KEY_FILE and DKIM_SELECTOR are set together'],
    ['PUBLIC_URL', `https://renewals.example/${secret}`, 'PUBLIC_URL must be like https://renewals.example'],
    ['MASTER_KEY', secret, 'MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)'],
    ['LOG_LEVEL', secret, 'LOG_LEVEL '],
  ])('with a bad %s is refused by its name and never by its value', (setting, value, sentence) => {
    const configuring = () => configurationFrom({ [setting]: value });
    expect(configuring).toThrow(BadConfiguration);
    expect(configuring).toThrow(sentence);
    expect(configuring).not.toThrow(value);
    expect(configuring).not.toThrow(secret);
  });

  it('names every fault at once', () =>
    expect(() => configurationFrom({ PORT: '-1', MASTER_KEY: 'short' })).toThrow(/PORT .*; MASTER_KEY /));
});
