import { join } from 'node:path';
import { expectApprovedPage } from '../support/approved-page';
import { coveragePage } from './coverage-page';
import { parsedSpecs } from './parsed-specs';
import { project } from './project';
import { isBehaviour, statedDocuments, statementsOf } from './statements';
import { tagsOf } from './tags';
import { pathOf } from './where';

describe('what the documents say', () => {
  const documents = statedDocuments();
  const statements = statementsOf(documents);
  const behaviours = [...statements].flatMap(([key, said]) => (isBehaviour(said) ? [{ key, ...said }] : []));
  const tags = parsedSpecs().flatMap(tagsOf);

  it('has keys that count the sentences of each document', () => {
    for (const [letter, { statements: said }] of Object.entries(documents))
      expect(Object.keys(said)).toEqual(Object.keys(said).map((_, index) => `${letter}${index + 1}`));
  });

  it('is had by something that exists', () => {
    const absent = behaviours.flatMap(({ key, where }) =>
      where.filter((each) => pathOf(each) === undefined).map((each) => `${key}: ${each}`),
    );
    expect(absent).toEqual([]);
  });

  it('is proved by a spec, wherever it is behaviour', () => {
    const proved = new Set(tags.map(({ key }) => key));
    expect(behaviours.map(({ key }) => key).filter((key) => !proved.has(key))).toEqual([]);
  });

  it('knows every key that a spec names, as behaviour', () => {
    const known = new Set(behaviours.map(({ key }) => key));
    expect(tags.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  it('stands in docs/coverage.md as it is: `npm run docs` writes it', () =>
    expectApprovedPage(join(project, 'docs/coverage.md'), coveragePage(documents, tags)));
});
