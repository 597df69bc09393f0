/** Signed texts in links: they prove something to the server, and say nothing to a reader. */
const TOKEN = /[A-Za-z0-9_-]{20,}(\.[A-Za-z0-9_-]{10,})+|(?<![\w-])[\w-]{40,}/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Puts a name where a page would show an id. */
export class Names {
  private readonly known = new Map<string, string>();
  private unnamed = 0;

  set(id: string, name: string): void {
    this.known.set(id, name);
  }

  in(text: string): string {
    return withoutTokens(text.replace(UUID, (id) => `‹${this.of(id)}›`));
  }

  /** Ids that nobody named are numbered as they appear. */
  private of(id: string): string {
    const known = this.known.get(id) ?? `id ${++this.unnamed}`;
    this.known.set(id, known);
    return known;
  }
}

export function withoutTokens(text: string): string {
  return text.replace(TOKEN, '‹token›');
}
