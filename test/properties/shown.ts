/** A state as text, with the entries of every map in it: equal texts are equal states. */
export function shown(state: unknown): string {
  return JSON.stringify(state, (_key, value: unknown) => (isMap(value) ? [...value.entries()] : value));
}

function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    typeof value === 'object' && value !== null && 'entries' in value && Symbol.iterator in value && 'has' in value
  );
}
