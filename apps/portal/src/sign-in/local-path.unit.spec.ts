import { localPath } from './local-path';

describe('where signing in leads', () => {
  it.each(['/portal/licenses', '/portal/licenses/5b0f6a0e-6d2f-5c7d-9d51-7d3c0f1b2a34'])('is %s, from a mail', (path) =>
    expect(localPath(path)).toBe(path),
  );

  it.each([undefined, '', '//evil.example/portal/licenses', 'https://evil.example/', '/portal/sign-out', '/docs'])(
    'is the first page, not %s',
    (address) => expect(localPath(address)).toBe('/'),
  );
});
