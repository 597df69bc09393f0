/** The same value with each person's sealed text replaced by whose it is: `{ contactId }`. */
export function withoutPersonalData<Value>(value: Value): Value {
  return redacted(value) as Value;
}

function redacted(node: unknown): unknown {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map(redacted);
  if ('$personal' in node) return { contactId: node.$personal };
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, redacted(child)]));
}
