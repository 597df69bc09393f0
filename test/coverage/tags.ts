import ts from 'typescript';
import { callsOf, methodOf, type ParsedSpec, rootOf } from './parsed-specs';

const TAG = /\[([A-Z]\d+)\]/g;
const titled = new Set(['describe', 'it', 'test']);

export interface Tag {
  readonly key: string;
  /** The spec that bears it in the title of a `describe`, `it` or `test`. */
  readonly path: string;
}

export function tagsOf(spec: ParsedSpec): readonly Tag[] {
  return titlesOf(spec).flatMap((title) => [...title.matchAll(TAG)].map(([, key = '']) => ({ key, path: spec.path })));
}

function titlesOf(spec: ParsedSpec): readonly string[] {
  return callsOf(spec)
    .filter((call) => titled.has(rootOf(call)) && methodOf(call) !== 'each')
    .map(({ arguments: [title] }) => (title ? textOf(title) : ''));
}

function textOf(title: ts.Expression): string {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return '';
  return [title.head.text, ...title.templateSpans.map(({ literal }) => literal.text)].join('…');
}
