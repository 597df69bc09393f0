import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelPolicy } from '@renewals/licensing';
import { BadConfiguration, packageRoot } from '@renewals/platform';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { configuredPolicies } from './configured-policies';
import { loadPolicies } from './load-policies';

const shipped = join(packageRoot(), 'config', 'policies');

/** A folder with one vendor's policy in which something was changed. */
function givenPolicy(change: (yaml: string) => string): string {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'acme.yaml'), change(readFileSync(join(shipped, 'dynamsoft.yaml'), 'utf8')));
  return folder;
}

const task = (opens: number, due: number) => `salesTask: { opensDaysBefore: ${opens}, dueDaysBefore: ${due} }`;
const billing = (earliest: number, latest: number) =>
  `recurringBilling: { opensDaysBefore: 30, cutOffDays: 5, noticeProof: { earliestDays: ${earliest}, latestDays: ${latest} } }`;

describe('the policies of a folder', () => {
  it('are known by the names of their files', () => {
    const folder = givenPolicy((yaml) => yaml);
    copyFileSync(join(shipped, 'lansweeper.yaml'), join(folder, 'other.yaml'));
    writeFileSync(join(folder, 'notes.txt'), 'no policy');
    const policies = loadPolicies(folder);
    expect(policies.all.map(({ policy }) => policy.id).sort()).toEqual(['acme', 'other']);
    expect(policies.get('acme')).toMatchObject({ id: 'acme', vendor: { name: 'Dynamsoft' } });
  });

  it('have a hash that only what they mean changes', () => {
    const hashOf = (change: (yaml: string) => string) => loadPolicies(givenPolicy(change)).hashOf('acme');
    const hash = hashOf((yaml) => yaml);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf((yaml) => `# a remark\n${yaml}`)).toBe(hash);
    expect(hashOf((yaml) => yaml.replace('upcomingDays: 90', 'upcomingDays: 91'))).not.toBe(hash);
  });

  it.each<[string, string, string, RegExp]>([
    ['a missing setting', 'upcomingDays: 90', '', / upcomingDays .*expected number/],
    ['an unknown setting', 'upcomingDays: 90', 'upcomingDays: 90\nupcomingWeeks: 13', /"upcomingWeeks"\.$/],
    ['an unknown term', 'salesTask: none', 'salesTask: none\n  salesTalk: none', / terms .*"salesTalk"\.$/],
    ['an hour that no day has', 'hour: 9', 'hour: 24', / terms\.reminders\.hour .*<=23\.$/],
    ['an audience that nobody is', 'order-contacts', 'everybody', / terms\.reminders\.audience .*"billing-contact"\.$/],
    [
      'an opener that nobody is',
      '[portal, sales]',
      '[portal, post]',
      / terms\.renewal\.openedBy\.1 .*"provider-form"\.$/,
    ],
    ['a task that is neither', 'salesTask: none', 'salesTask: never', / terms\.salesTask must be none, or a mapping/],
    [
      'a task due before it opens',
      'salesTask: none',
      task(30, 60),
      / terms\.salesTask\.dueDaysBefore must not be more/,
    ],
    [
      'a task without a setting',
      'salesTask: none',
      'salesTask: { dueDaysBefore: 60 }',
      / terms\.salesTask\.opensDaysBefore /,
    ],
    [
      'a proof that no reminder can give',
      'recurringBilling: none',
      billing(59, 31),
      / terms\.recurringBilling\.noticeProof can never be met: .* Add an offset between latestDays and earliestDays/,
    ],
    [
      'a proof whose window is turned round',
      'recurringBilling: none',
      billing(30, 60),
      / terms\.recurringBilling\.noticeProof\.earliestDays must be more than latestDays/,
    ],
    [
      'a proof that is neither',
      'recurringBilling: none',
      'recurringBilling: { opensDaysBefore: 30, cutOffDays: 5, noticeProof: always }',
      / terms\.recurringBilling\.noticeProof must be none, or a mapping/,
    ],
    ['offsets out of order', '[90, 60, 30', '[60, 90, 30', / terms\.reminders\.offsets .*largest number\) first\.$/],
    ['thresholds out of order', '[80, 100]', '[100, 80]', / terms\.quota\.thresholds .*smallest first\.$/],
    ['a zone that there is not', 'America/Vancouver', 'America/Atlantis', / vendor\.zone .*America\/Atlantis/],
    ['a period that is none', 'P30D', '30 days', / trial\.period /],
    ['an offset that is no number', '[90, 60', '[ninety, 60', / terms\.reminders\.offsets\.0 .*expected number/],
    ['a channel that there is not', 'reseller:', 'fax:', / channels\.?(fax)? /],
    [
      'a fault of one channel',
      'reseller:',
      'reseller: { quota: { term: mine } }',
      / channels\.reseller\.quota\.term .*"own"\.$/,
    ],
    ['an import channel that is not sold through', 'importChannel: store', 'importChannel: fax', / importChannel /],
  ])('with %s are refused with the file, the place, and what is allowed', (_what, from, to, fault) => {
    const folder = givenPolicy((yaml) => yaml.replace(from, to));
    const loading = () => loadPolicies(folder);
    expect(loading).toThrow(BadConfiguration);
    expect(loading).toThrow('The policy acme.yaml cannot be used: ');
    expect(loading).toThrow(fault);
  });

  it('say each fault once, however many channels share it', () => {
    const folder = givenPolicy((yaml) =>
      yaml.replace('hour: 9', 'hour: 24').replace('channel: self-service', 'channel: phone'),
    );
    expect(() => loadPolicies(folder)).toThrow(
      /^The policy acme\.yaml cannot be used: [^;]+hour [^;]+; [^;]+quota\.channel [^;]+\.$/,
    );
  });

  it('have no day of grace and the usual thresholds where nothing is said', () => {
    const folder = givenPolicy((yaml) => yaml.replace('graceDays: 0', '').replace('thresholds: [80, 100]', ''));
    const { renewal, quota } = channelPolicy(loadPolicies(folder).get('acme'), 'store');
    expect([renewal.graceDays, quota.thresholds]).toEqual([0, [80, 100]]);
  });

  it('that are no YAML are refused with the file and the line', () => {
    const folder = givenPolicy((yaml) => `${yaml}\nbroken: [1, 2`);
    expect(() => loadPolicies(folder)).toThrow(/^The policy acme\.yaml is no YAML: .*line \d+/s);
  });
});

describe('a folder', () => {
  it('that is not there is refused by its name', () =>
    expect(() => configuredPolicies({ POLICY_DIR: '/nowhere' })).toThrow(
      /^The policies in \/nowhere cannot be read: /,
    ));

  it('without a policy is refused too', () => {
    const folder = temporaryDirectory();
    expect(() => configuredPolicies({ POLICY_DIR: folder })).toThrow(`${folder} holds no policy.`);
  });
});

describe('the policies that ship', () => {
  it('are two, and an unknown one is refused with their names', () => {
    const policies = configuredPolicies({});
    expect(policies.all.map(({ policy }) => policy.id)).toEqual(['dynamsoft', 'lansweeper']);
    expect(() => policies.get('acme')).toThrow('Choose one of: dynamsoft, lansweeper.');
  });
});
