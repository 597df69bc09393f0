import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe('the policies of a folder', () => {
  it('are known by the names of their files', () => {
    const folder = givenPolicy((yaml) => yaml);
    copyFileSync(join(shipped, 'lansweeper.yaml'), join(folder, 'other.yaml'));
    writeFileSync(join(folder, 'notes.txt'), 'no policy');
    const policies = loadPolicies(folder);
    expect([...policies.all.keys()].sort()).toEqual(['acme', 'other']);
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
    ['a missing setting', 'upcomingDays: 90', '', /upcomingDays /],
    ['an unknown setting', 'upcomingDays: 90', 'upcomingDays: 90\nupcomingWeeks: 13', /upcomingWeeks/],
    ['an hour that no day has', 'hour: 9', 'hour: 24', /reminders\.hour .*23/],
    ['a zone that there is not', 'America/Vancouver', 'America/Atlantis', /vendor\.zone .*America\/Atlantis/],
    ['a period that is none', 'P30D', '30 days', /trial\.period /],
    ['an offset that is no number', '[90, 60', '[ninety, 60', /reminders\.offsets\.0 /],
    ['an import channel that is not sold through', 'importChannel: store', 'importChannel: fax', /importChannel /],
  ])('with %s are refused with the file and the place', (_what, from, to, fault) => {
    const folder = givenPolicy((yaml) => yaml.replace(from, to));
    const loading = () => loadPolicies(folder);
    expect(loading).toThrow(BadConfiguration);
    expect(loading).toThrow('The policy acme.yaml cannot be used: ');
    expect(loading).toThrow(fault);
  });

  it('that are no YAML are refused with the file and the line', () => {
    const folder = givenPolicy((yaml) => `${yaml}\nbroken: [1, 2`);
    expect(() => loadPolicies(folder)).toThrow(/^The policy acme\.yaml is no YAML: .*line \d+/s);
  });
});

describe('the policies that ship', () => {
  it('are two, and an unknown one is refused with their names', () => {
    const policies = configuredPolicies();
    expect([...policies.all.keys()]).toEqual(['dynamsoft', 'lansweeper']);
    expect(() => policies.get('acme')).toThrow('Choose one of: dynamsoft, lansweeper.');
  });
});
