import ts from 'typescript';
import { callsOf, methodOf, type ParsedSpec, rootOf } from './parsed-specs';

/** The codes that a spec expects: in `thenRefused(…)`, in an expectation, or in the table of a test for each. */
export function provokedCodes(spec: ParsedSpec, codes: ReadonlySet<string>): ReadonlySet<string> {
  const provoked = new Set<string>();
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && codes.has(node.text)) provoked.add(node.text);
    ts.forEachChild(node, collect);
  };
  for (const call of callsOf(spec)) if (isExpectation(call)) call.arguments.forEach(collect);
  return provoked;
}

/** A function whose name begins with `expect` is the spec's own expectation. */
function isExpectation(call: ts.CallExpression): boolean {
  return rootOf(call).startsWith('expect') || ['thenRefused', 'each'].includes(methodOf(call));
}
