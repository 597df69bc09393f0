import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { project, specPaths } from './project';

export interface ParsedSpec {
  /** From the project's folder. */
  readonly path: string;
  readonly source: ts.SourceFile;
}

export function parsedSpecs(): readonly ParsedSpec[] {
  return specPaths().map((path) => parsedSpec(path, readFileSync(join(project, path), 'utf8')));
}

export function parsedSpec(path: string, text: string): ParsedSpec {
  return { path, source: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every call that runs: what is skipped or only planned proves nothing. */
export function callsOf({ source }: ParsedSpec): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      if (isSkipped(node)) return;
      calls.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** `it` of `it.each(table)('title')`, `expect` of `expect(value).toEqual(other)`. */
export function rootOf(call: ts.Expression): string {
  if (ts.isIdentifier(call)) return call.text;
  if (ts.isCallExpression(call) || ts.isPropertyAccessExpression(call)) return rootOf(call.expression);
  return '';
}

/** `each` of `it.each(table)`, `thenRefused` of `given([]).when(…).thenRefused(…)`. */
export function methodOf({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

function isSkipped(call: ts.CallExpression): boolean {
  return /^x(it|test|describe)$/.test(rootOf(call)) || /\.(skip|todo)\b/.test(wordsOf(call.expression));
}

/** `it.skip.each` of `it.skip.each(table)('title')`. */
function wordsOf(callee: ts.Expression): string {
  if (ts.isCallExpression(callee)) return wordsOf(callee.expression);
  if (ts.isPropertyAccessExpression(callee)) return `${wordsOf(callee.expression)}.${callee.name.text}`;
  return ts.isIdentifier(callee) ? callee.text : '';
}
