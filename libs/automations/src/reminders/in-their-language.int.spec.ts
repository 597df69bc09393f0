import { ChangeContactLocale, ChangeOrganizationLocale } from '@renewals/commands';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NewMails } from '../../../../test/support/new-mails';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins, byBob, byOwner } from '../people.spec';

const acme = organizationId('acme');
const ann = ownerOf('acme');
let engine: EngineInTime;
let mails: NewMails;

beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' });
  mails = new NewMails(engine.infrastructure.directory.mail);
  await engine.imported('acme', { reader: {} });
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader');
  await engine.worker.settle();
  await mails.read();
});
afterEach(() => engine.close());

const subjects = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await mails.read()).map(({ to, subject }) => [to, subject]));

describe('a reminder', () => {
  it('is in the language of each who reads it', async () => {
    await engine.do(new ChangeContactLocale(acme, ann, 'de', contextOf('german', { actor: byOwner })));
    await engine.until('2025-12-12T12:00:00Z');
    expect(await subjects()).toEqual({
      'owner@acme.example': expect.stringContaining('Tagen'),
      'bob@acme.example': expect.stringContaining('days'),
    });
  });

  it('is in the company’s for who chose none', async () => {
    await engine.do(new ChangeOrganizationLocale(acme, 'de', contextOf('german', { actor: byOwner })));
    await engine.do(new ChangeContactLocale(acme, bob, 'en', contextOf('english', { actor: byBob })));
    await engine.until('2025-12-12T12:00:00Z');
    expect(await subjects()).toEqual({
      'owner@acme.example': expect.stringContaining('Tagen'),
      'bob@acme.example': expect.stringContaining('days'),
    });
  });
});
