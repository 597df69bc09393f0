import { parsedSpec } from './parsed-specs';
import { tagsOf } from './tags';

describe('the tags of a spec', () => {
  const keysIn = (text: string) => tagsOf(parsedSpec('a.unit.spec.ts', text)).map(({ key }) => key);

  it.each([
    ['a test', `it('is so [F1]', () => {});`],
    ['a group', `describe('what is so [F1]', () => {});`],
    ['a group for each', `describe.each(['a'])('%s [F1]', () => {});`],
    ['a test for each', `it.each([[1], [2]])('%d [F1]', () => {});`],
    ['a typed test for each', `it.each<[string]>([['x']])('%s [F1]', () => {});`],
    ['a template', 'test(`is ${so} [F1]`, () => {});'],
    ['a test inside a group', `describe('x', () => { it('y [F1]', () => {}); });`],
  ])('stand in the title of %s', (_where, text) => expect(keysIn(text)).toEqual(['F1']));

  it('may be several', () => expect(keysIn(`it('is so [F12][E3]', () => {});`)).toEqual(['F12', 'E3']));

  it.each([
    ['a comment', `// it('is so [F1]', () => {});`],
    ['code', `it('is so', () => { expect(names['[F1]']).toBe('[F1]'); });`],
    ['a table', `it.each(['[F1]'])('%s', () => {});`],
    ['a test that is skipped', `it.skip('is so [F1]', () => {});`],
    ['a test that is planned', `it.todo('is so [F1]');`],
    ['a group that is skipped', `describe.skip('x', () => { it('is so [F1]', () => {}); });`],
    ['a skipped test for each', `it.skip.each([1])('is so [F1]', () => {});`],
    ['an excluded test', `xit('is so [F1]', () => {});`],
  ])('do not stand in %s', (_where, text) => expect(keysIn(text)).toEqual([]));
});
