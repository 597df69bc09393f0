/**
 * A map that stays as it is: `with` and `without` answer the next version. Copying a map at each event makes the fold of
 * a long stream quadratic. So the versions share one journal of changes and one table, which runs ahead with the newest
 * version that was read; an older version that is read again replays its own part of the journal. Entries keep the order
 * of a `Map`.
 */
export class VersionedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #journal: Journal<Key, Value>;
  /** How many changes of the journal this version has. */
  readonly #length: number;
  #replayed: ReadonlyMap<Key, Value> | undefined;

  private constructor(journal: Journal<Key, Value>) {
    this.#journal = journal;
    this.#length = journal.changes.length;
  }

  static of<Key, Value>(...entries: readonly (readonly [Key, Value])[]): VersionedMap<Key, Value> {
    return new VersionedMap(journalOf(entries));
  }

  with(key: Key, value: Value): VersionedMap<Key, Value> {
    return this.after((table) => void table.set(key, value));
  }

  without(key: Key): VersionedMap<Key, Value> {
    return this.after((table) => void table.delete(key));
  }

  get size(): number {
    return this.table.size;
  }

  get(key: Key): Value | undefined {
    return this.table.get(key);
  }

  has(key: Key): boolean {
    return this.table.has(key);
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }

  keys(): MapIterator<Key> {
    return new Map(this.table).keys();
  }

  values(): MapIterator<Value> {
    return new Map(this.table).values();
  }

  entries(): MapIterator<[Key, Value]> {
    return new Map(this.table).entries();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  private after(change: Change<Key, Value>): VersionedMap<Key, Value> {
    const { changes } = this.#journal;
    const isNewest = changes.length === this.#length;
    const isShort = changes.length < 64 || changes.length < 2 * this.size;
    const journal = isNewest && isShort ? this.#journal : journalOf(this.table);
    journal.changes.push(change);
    return new VersionedMap(journal);
  }

  private get table(): ReadonlyMap<Key, Value> {
    const { changes, table, applied } = this.#journal;
    if (applied > this.#length) {
      return (this.#replayed ??= appliedTo(new Map<Key, Value>(), changes.slice(0, this.#length)));
    }
    this.#journal.applied = this.#length;
    return appliedTo(table, changes.slice(applied, this.#length));
  }
}

type Change<Key, Value> = (table: Map<Key, Value>) => void;

interface Journal<Key, Value> {
  readonly changes: Change<Key, Value>[];
  /** As of the first `applied` changes. */
  readonly table: Map<Key, Value>;
  applied: number;
}

function journalOf<Key, Value>(entries: Iterable<readonly [Key, Value]>): Journal<Key, Value> {
  const changes = Array.from(
    entries,
    ([key, value]): Change<Key, Value> =>
      (table) =>
        void table.set(key, value),
  );
  return { changes, table: new Map(), applied: 0 };
}

function appliedTo<Key, Value>(table: Map<Key, Value>, changes: readonly Change<Key, Value>[]): Map<Key, Value> {
  for (const change of changes) change(table);
  return table;
}
