const longest = 60;

/** A text as somebody wrote it, for a sentence: in quotes, on one line, cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
