import { DatabaseSync } from '@photostructure/sqlite';
import { DataDirectory } from '@renewals/platform';
import { document, type Folders, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

describe('the log', () => {
  let folders: Folders;

  beforeAll(async () => {
    folders = await importedExample();
  });

  it('verifies, and has one hash', async () => {
    const { data } = folders;
    const streams = expect.any(Number) as number;
    expect(await document(['verify', '--data-dir', data])).toEqual({ verified: 516, streams, broken: [] });
    const digest = (await document(['digest', '--data-dir', data])) as { digest: string };
    expect(digest).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), streams, events: 516 });
    expect(await renewals('digest', '--data-dir', data)).toMatchObject({ stdout: `${digest.digest}\n`, exitCode: 0 });
  });

  it('has the same hash wherever the same was imported with the same seed', async () => {
    const [same, other] = [await importedExample(), await importedExample('--virtual', '--seed', '2')];
    const digestOf = ({ data }: Folders) => document(['digest', '--data-dir', data]);
    expect(await digestOf(same)).toEqual(await digestOf(folders));
    expect(await digestOf(other)).not.toEqual(await digestOf(folders));
  });

  it('does not verify once somebody changed it', async () => {
    const { data } = folders;
    const database = new DatabaseSync(new DataDirectory(data).events);
    const { stream } = database.prepare("SELECT stream FROM event WHERE type = 'LicenseActivated' LIMIT 1").get() as {
      stream: string;
    };
    database
      .prepare("UPDATE event SET data = replace(data, 'quota', 'quote') WHERE stream = ? AND revision = 0")
      .run(stream);
    database.close();

    expect(await document(['verify', '--data-dir', data], 4)).toMatchObject({
      verified: 515,
      broken: [{ stream, revision: 1, reason: 'hash-mismatch' }],
    });
    expect((await renewals('verify', '--data-dir', data)).stdout).toContain(`${stream}@1 does not: hash-mismatch.`);
    const digest = await renewals('digest', '--data-dir', data);
    expect(digest).toMatchObject({ stdout: '', exitCode: 4 });
    expect(digest.stderr).toContain(`${stream}@1 does not continue its stream`);
  });
});
