import { zone } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf } from '../../../../test/support/samples';
import { AddressBook } from '../organization/address-book';
import { Addresses } from '../organization/addresses';
import { OpenAccount } from '../organization/open-account';
import { Policies } from '../runtime/policies';
import { PasswordLinks } from './password-links';
import { Passwords, RequestPasswordLink, SetPassword } from './passwords';

const email = 'ann@acme.example';
const password = 'correct horse battery';
let engine: EngineInTime;
let address: string;

beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-01-05T12:00:00Z' });
  const owner = { email, name: 'Ann' };
  const account = { via: 'purchase', role: 'customer', name: 'Acme', policy: 'dynamsoft', owner } as const;
  await engine.do(new OpenAccount({ ...account, zone: zone('Europe/Berlin') }, contextOf('buy')));
  address = engine.get(Addresses).streamIdOf(email);
});
afterEach(() => engine.close());

async function mailedToken(name = 'request'): Promise<string> {
  await engine.do(new RequestPasswordLink(email, 'dynamsoft', contextOf(name)));
  const link = await engine.get(PasswordLinks).passwordLinkFor(address, engine.clock.now());
  if (!link) throw new Error('No link is to be mailed');
  return link.token;
}

const set = (token: string, chosen = password, name = 'set') =>
  engine.do(new SetPassword(token, chosen, contextOf(name)));
const expired = expect.objectContaining({ code: 'PASSWORD_LINK_EXPIRED' });

describe('the first password', () => {
  it('is set by a mailed link, and lets the owner in from then on [P13][P14]', async () => {
    const passwords = engine.get(Passwords);
    expect(await passwords.isSetupRequired(email)).toBe(true);
    expect(await passwords.passwordMatches(email, password)).toBeUndefined();

    await set(await mailedToken());

    expect(await passwords.isSetupRequired(email)).toBe(false);
    expect(await passwords.passwordMatches('Ann@ACME.example', password)).toBe(
      await engine.get(AddressBook).contactOf(email),
    );
    expect(await passwords.passwordMatches(email, 'wrong horse battery')).toBeUndefined();
  });

  it('stands in no event, nor does the link', async () => {
    const token = await mailedToken();
    await set(token);
    const log = JSON.stringify(await engine.events());
    expect(log).toContain('PasswordSet');
    for (const secret of [token, password, email]) expect(log).not.toContain(secret);
  });

  it('is not too short', async () => {
    const token = await mailedToken();
    await expect(set(token, 'short')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await set(token);
  });
});

describe('a password link', () => {
  it('is good once, also for two who use it at once', async () => {
    const token = await mailedToken();
    const outcomes = await Promise.allSettled([set(token, password, 'one'), set(token, 'another horse', 'two')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(set(token, 'third horse battery', 'three')).rejects.toEqual(expired);
    const chosen = outcomes[0]?.status === 'fulfilled' ? password : 'another horse';
    expect(await engine.get(Passwords).passwordMatches(email, chosen)).toBeDefined();
    expect(await engine.get(Passwords).passwordMatches(email, 'third horse battery')).toBeUndefined();
  });

  it('answers the same command again as it did at first', async () => {
    const token = await mailedToken();
    await set(token);
    await set(token);
    expect(await engine.typesIn(`address-${address}`)).toEqual([
      'AddressReserved',
      'PasswordLinkRequested',
      'PasswordSet',
    ]);
  });

  it('is good for the hours of the policy', async () => {
    const token = await mailedToken();
    const hours = engine.get(Policies).get('dynamsoft').passwordLinkValidHours;
    engine.clock.moveTo(engine.clock.now() + hours * 3_600_000 + 1000);
    await expect(set(token)).rejects.toEqual(expired);
    await set(await mailedToken('again'));
  });

  it('is the same text whenever its mail is made', async () => {
    const token = await mailedToken();
    engine.clock.moveTo(engine.clock.now() + 60_000);
    const again = await engine.get(PasswordLinks).passwordLinkFor(address, engine.clock.now());
    expect(again?.token).toBe(token);
  });

  it('replaces a forgotten password, and the old one is over', async () => {
    await set(await mailedToken());
    await set(await mailedToken('forgot'), 'another horse battery', 'set again');
    expect(await engine.get(Passwords).passwordMatches(email, password)).toBeUndefined();
    expect(await engine.get(Passwords).passwordMatches(email, 'another horse battery')).toBeDefined();
  });

  it('is none for an address without an account, of which nothing is recorded', async () => {
    const before = await engine.infrastructure.store.lastPosition();
    const unknown = 'nobody@acme.example';
    expect(await engine.do(new RequestPasswordLink(unknown, 'dynamsoft', contextOf('who')))).toBeUndefined();
    expect(await engine.do(new RequestPasswordLink(email, 'dynamsoft', contextOf('ann')))).toBeUndefined();
    const recorded = (await engine.events()).filter(({ position }) => position > before);
    expect(recorded.map(({ stream }) => stream)).toEqual([`address-${address}`]);
  });

  it('was not signed here: it sets nothing', async () => {
    for (const token of ['nonsense', `${await mailedToken()}x`, '']) await expect(set(token)).rejects.toEqual(expired);
  });
});
