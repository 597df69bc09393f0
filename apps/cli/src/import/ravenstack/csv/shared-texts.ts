const MOST = 50_000;

/**
 * One text for all fields that say the same: an export says few different things besides its ids, and half a million
 * rows of it then take half the memory. It forgets nothing and takes in no more than so many, so it stays bounded.
 */
export class SharedTexts {
  private readonly known = new Map<string, string>();

  of(text: string): string {
    const shared = this.known.get(text);
    if (shared !== undefined) return shared;
    if (this.known.size < MOST) this.known.set(text, text);
    return text;
  }
}
