import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Entropy } from '../entropy/entropy';
import type { PersonKeys } from './person-keys';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Shape of personal data in an event; anything else in an event is no personal data. */
interface Clear {
  readonly $personal: string;
  readonly text: string;
}
interface Sealed {
  readonly $personal: string;
  readonly sealed: string;
  /** The event that it was sealed for, and can only be opened with. */
  readonly event: string;
}

/** Seals the personal data of an event before it is hashed and stored, and opens it where a person must be named. */
export class PersonalData {
  constructor(
    private readonly keys: PersonKeys,
    private readonly entropy: Entropy,
  ) {}

  /**
   * The same value with every `{ $personal, text }` in it sealed under that person's key, bound to person and event.
   * Throws `PersonErased` for a person whose key was erased.
   */
  seal<Value>(value: Value, commandId: string, eventId: string): Value {
    let index = 0;
    const sealText = ({ $personal: person, text }: Clear): Sealed => {
      const key = this.keys.keyFor(person);
      if (!key) throw new PersonErased(person);
      const nonce = this.entropy.bytes(commandId, `seal ${eventId}`, index++, NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(person, eventId));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { $personal: person, sealed: sealed.toString('base64url'), event: eventId };
    };
    const walk = (node: unknown): unknown => {
      if (node === null || typeof node !== 'object') return node;
      if (isClear(node)) return sealText(node);
      if (Array.isArray(node)) return node.map(walk);
      return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, walk(child)]));
    };
    return walk(value) as Value;
  }

  /** The text, or `undefined` once the person was erased. */
  open(sealed: Sealed | Clear): string | undefined {
    if ('text' in sealed) return sealed.text;
    const key = this.keys.knownKey(sealed.$personal);
    if (!key) return undefined;
    const bytes = Buffer.from(sealed.sealed, 'base64url');
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(boundTo(sealed.$personal, sealed.event))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  }
}

export class PersonErased extends Error {
  override readonly name = 'PersonErased';

  constructor(person: string) {
    super(`The personal data of ${person} was erased; nothing more can be recorded about this person.`);
  }
}

function isClear(node: object): node is Clear {
  return '$personal' in node && 'text' in node;
}

function boundTo(person: string, eventId: string): Buffer {
  return Buffer.from(`${person} ${eventId}`);
}
