import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfiguration } from './bad-configuration';
import { configuredFile } from './configured-file';

describe('a file that a setting names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'configured-'));

  it('is read', () => {
    writeFileSync(join(folder, 'key.pem'), 'a key');
    expect(configuredFile('DKIM_KEY_FILE', join(folder, 'key.pem'))).toBe('a key');
  });

  it('is missed by the name of the setting', () => {
    const reading = () => configuredFile('DKIM_KEY_FILE', join(folder, 'none.pem'));
    expect(reading).toThrow(new BadConfiguration('The file that DKIM_KEY_FILE names cannot be read (ENOENT).'));
  });
});
