import { document, documents, renewals } from '../command/renewals.spec';
import { importedIds } from '../import/ravenstack/ids';
import { importedExample } from '../import/importing.spec';

describe('renewals policies', () => {
  it('lists the versions that orders may keep', async () => {
    const { data } = await importedExample();
    const versions = await documents('policies', '--data-dir', data);
    expect(versions).toHaveLength(2);
    for (const version of versions) {
      expect(version).toEqual({
        policy: expect.any(String),
        policyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        newest: true,
      });
    }
    const { stdout } = await renewals('policies', '--data-dir', data);
    expect(stdout.split('\n')[0]).toMatch(/^policy +newest +hash$/);
  });
});

describe('renewals move-order', () => {
  const nobody = '5b0b6c1e-3a55-5d8e-9a52-111111111111';

  it('says what an order is under already, and why an order cannot be moved', async () => {
    const { data } = await importedExample();
    const [license] = await documents('licenses', '--data-dir', data);
    const order = importedIds('dynamsoft').order(String(license?.['externalId']));
    const words = ['move-order', order, '--reason', 'agreed', '--data-dir', data];
    expect(await document(words)).toMatchObject({ order, moved: false });
    expect((await renewals(...words)).stdout).toMatch(/^The order was under \w+ [0-9a-f]{64} already\.$/m);

    const refused = await renewals('move-order', nobody, '--reason', 'agreed', '--data-dir', data);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain('There is no such order.');
    expect((await renewals('move-order', order, '--data-dir', data)).stderr).toContain('--reason');
  });
});
