import { createHash, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { BadConfiguration } from '@renewals/platform';
import { Dkim } from './dkim';
import { mailMessage } from './messages.spec';
import { smtpServer } from './smtp-servers.spec';
import { SmtpTransport } from './smtp-transport';
import type { MailMessage } from './transport';

const pemOf = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }));
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

async function received(dkim: Dkim, message: MailMessage = mailMessage()): Promise<string> {
  const server = await smtpServer();
  const transport = new SmtpTransport(`smtp://127.0.0.1:${server.port}`, { dkim });
  try {
    await transport.send(message);
    return String(server.taken[0]);
  } finally {
    await transport.close();
    await server.close();
  }
}

/** As a receiver reads it, RFC 6376 6.1, for relaxed canonicalization of both. */
function verified(mail: string, key: KeyObject) {
  const end = mail.indexOf('\r\n\r\n');
  const fields = mail
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((field) => ({ name: field.slice(0, field.indexOf(':')).toLowerCase(), field }));
  const signature = fields.find(({ name }) => name === 'dkim-signature')?.field ?? '';
  const tags = tagsOf(signature);
  const names = String(tags.h).toLowerCase().split(':');
  const signed = names.map((name) => relaxed(fields.findLast((field) => field.name === name)?.field ?? ''));
  const own = relaxed(signature.replace(/(\bb=)[^;]*$/s, '$1'));
  const headers = [...signed, own].join('\r\n');
  return {
    domain: tags.d,
    selector: tags.s,
    names,
    body:
      createHash('sha256')
        .update(relaxedBody(mail.slice(end + 4)))
        .digest('base64') === tags.bh,
    headers: createVerify('RSA-SHA256').update(headers).verify(key, String(tags.b), 'base64'),
  };
}

function tagsOf(signature: string): Record<string, string> {
  const list = signature
    .slice(signature.indexOf(':') + 1)
    .replace(/\s+/g, '')
    .split(';');
  return Object.fromEntries(list.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]));
}

function relaxed(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${field.slice(0, colon).toLowerCase()}:${value}`;
}

function relaxedBody(body: string): string {
  return body
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n');
}

describe('a mail that is signed', () => {
  const dkim = new Dkim(pemOf(privateKey), 'renewals');

  it('verifies where it arrives, with all that a receiver relies on, also the button that unsubscribes', async () => {
    const { names, ...rest } = verified(await received(dkim), publicKey);
    expect(rest).toEqual({ domain: 'scanware.example', selector: 'renewals', body: true, headers: true });
    const relied = 'from to subject date message-id reply-to list-unsubscribe list-unsubscribe-post';
    expect(names).toEqual(expect.arrayContaining(relied.split(' ')));
  });

  it('does not verify after a change on the way', async () => {
    const mail = await received(dkim);
    expect(verified(mail.replace('Hello Anna', 'Hello Anne'), publicKey)).toMatchObject({ body: false });
    const another = mail.replace('unsubscribe/token', 'unsubscribe/taken');
    expect(verified(another, publicKey)).toMatchObject({ headers: false });
  });

  it('is so by the domain in From, whoever gets the bounces, or by the one that is configured', async () => {
    const message = mailMessage({ envelope: { from: 'b@bounces.example', to: 'anna@customer.example' } });
    expect(verified(await received(dkim, message), publicKey)).toMatchObject({ domain: 'scanware.example' });
    const another = new Dkim(pemOf(privateKey), 'renewals', 'mail.example');
    expect(verified(await received(another), publicKey)).toMatchObject({ domain: 'mail.example', headers: true });
  });
});

describe('a key that signs', () => {
  it.each([
    ['is no PEM', 'hunter2-hunter2'],
    ['is public', String(publicKey.export({ type: 'spki', format: 'pem' }))],
    ['is of another kind', pemOf(generateKeyPairSync('ed25519').privateKey)],
    ['is too short', pemOf(generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey)],
  ])('is refused where it %s, and not told', (_what, pem) => {
    const using = () => new Dkim(pem, 'renewals');
    expect(using).toThrow(BadConfiguration);
    expect(using).toThrow(/^The file that DKIM_KEY_FILE names/);
    expect(using).not.toThrow(pem);
  });
});
