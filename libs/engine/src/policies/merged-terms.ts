type Tree = Readonly<Record<string, unknown>>;

/**
 * The file's content with its `terms` laid under each of its `channels`, so that each channel is complete: mappings are
 * merged to any depth, everything else (lists too) is replaced. What has another shape stays for the schema to refuse.
 */
export function mergedTerms(content: unknown): unknown {
  if (!isTree(content)) return content;
  const { terms, channels, ...rest } = content;
  if (!isTree(channels)) return { ...rest, channels };
  return { ...rest, channels: mapped(channels, (own) => laidOver(terms, own ?? {})) };
}

/** Where a person wrote what stands at the merged path: in the channel itself, or in the terms that it shares. */
export function writtenAt(path: readonly PropertyKey[], content: unknown): readonly PropertyKey[] {
  const [section, channel, ...rest] = path;
  if (section !== 'channels' || channel === undefined || rest.length === 0) return path;
  return holds(content, path) ? path : ['terms', ...rest];
}

function laidOver(under: unknown, over: unknown): unknown {
  if (!isTree(under) || !isTree(over)) return over;
  return { ...under, ...mapped(over, (value, key) => (key in under ? laidOver(under[key], value) : value)) };
}

function holds(content: unknown, [key, ...rest]: readonly PropertyKey[]): boolean {
  if (key === undefined) return true;
  if (Array.isArray(content)) return holds(content[Number(key)], rest);
  return isTree(content) && String(key) in content && holds(content[String(key)], rest);
}

function mapped(tree: Tree, change: (value: unknown, key: string) => unknown): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, change(value, key)]));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
