import { refusalCodes } from '@renewals/licensing';
import { parsedSpec, parsedSpecs } from './parsed-specs';
import { provokedCodes } from './provoked-refusals';

const known: ReadonlySet<string> = new Set(refusalCodes);

describe('the codes that specs provoke', () => {
  const codesIn = (text: string) => [...provokedCodes(parsedSpec('a.unit.spec.ts', text), new Set(['SO_REFUSED']))];

  it.each([
    `given([]).when(renew, command).thenRefused('SO_REFUSED');`,
    `await expect(renew()).rejects.toMatchObject({ code: 'SO_REFUSED' });`,
    `expect([status, body.code]).toEqual([404, 'SO_REFUSED']);`,
    `expectProblem(response, 404, 'SO_REFUSED');`,
    `it.each([['nobody', 'SO_REFUSED']])('%s', (_who, code) => expect(refusal.code).toBe(code));`,
  ])('stand in %s', (text) => expect(codesIn(text)).toEqual(['SO_REFUSED']));

  it.each([
    `const failure = { code: 'SO_REFUSED' };`,
    `it('is refused as SO_REFUSED', () => {});`,
    `it.skip('is refused', () => expect(code).toBe('SO_REFUSED'));`,
  ])('do not stand in %s', (text) => expect(codesIn(text)).toEqual([]));

  it('are all there are', () => {
    const provoked = new Set(parsedSpecs().flatMap((spec) => [...provokedCodes(spec, known)]));
    expect(refusalCodes.filter((code) => !provoked.has(code))).toEqual([]);
  });
});
