import PostalMime from 'postal-mime';

/** Fields by lower-case name, unfolded; of those that come twice the first. */
export type Fields = ReadonlyMap<string, string>;

/** The field groups of a machine-readable report part: header fields, with empty lines between groups (RFC 3464, 2.1). */
export async function fieldGroups(part: string): Promise<readonly Fields[]> {
  const groups = part.split(/(?:\r?\n[ \t]*){2,}/).filter((group) => group.trim() !== '');
  return Promise.all(groups.map(fieldsOf));
}

/** Of a message, or of its header alone. */
export async function fieldsOf(text: string): Promise<Fields> {
  const { headers } = await PostalMime.parse(text.trimStart(), { maxRfc822NestingDepth: 0 });
  return new Map(headers.map(({ key, value }) => [key, value] as const).reverse());
}
