import { basename } from 'node:path';
import { type Documents, isBehaviour, type Statement } from './statements';
import type { Tag } from './tags';
import { pathOf } from './where';

/** One table a document: what it says, what has it, and the specs that prove it. */
export function coveragePage(stated: Documents, tags: readonly Tag[]): string {
  const tables = Object.entries(stated).map(([letter, { title, statements }]) =>
    [
      `## ${letter}: ${title}`,
      '',
      '| key | in our words | where | proved by |',
      '| --- | --- | --- | --- |',
      ...Object.entries(statements).map(([key, statement]) => rowOf(key, statement, tags)),
    ].join('\n'),
  );
  return `${[INTRODUCTION, ...tables].join('\n\n')}\n`;
}

const INTRODUCTION = [
  '# What the documents say, and what proves it',
  '',
  'Written by `npm run docs` from [statements.yaml](coverage/statements.yaml) and the keys in the titles of the specs.',
  'Sentences without behaviour are listed with what they are instead.',
].join('\n');

function rowOf(key: string, statement: Statement, tags: readonly Tag[]): string {
  const cells = isBehaviour(statement)
    ? [statement.where.map(whereLink).join(', '), specsOf(key, tags).map(specLink).join('<br>') || '**nothing yet**']
    : [statement.kind, ''];
  return `| ${[key, statement.says, ...cells].join(' | ')} |`;
}

function specsOf(key: string, tags: readonly Tag[]): readonly string[] {
  return [...new Set(tags.filter((tag) => tag.key === key).map(({ path }) => path))].sort();
}

function specLink(path: string): string {
  return `[${basename(path, '.spec.ts')}](../${path})`;
}

function whereLink(where: string): string {
  const path = pathOf(where);
  return path ? `[${where}](../${path})` : where;
}
