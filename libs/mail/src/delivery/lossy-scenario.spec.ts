import type { LicenseId } from '@renewals/licensing';
import fc from 'fast-check';
import type { Cut } from '../transport/smtp-servers.spec';

const nth = fc.integer({ min: 1, max: 3 });
/** Of a reply of the n-th mail: its number on the connection. */
const replyTo = (command: number) => nth.map((mail) => 2 + 4 * (mail - 1) + command);
const isHandedOn = fc.constantFrom(true, false);
/** Every step of the protocol, and its answer. */
const cut: fc.Arbitrary<Cut> = fc.oneof(
  fc.record({ reply: fc.constantFrom(1, 2), isHandedOn }),
  ...[1, 2, 3, 4].map((command) => fc.record({ reply: replyTo(command), isHandedOn })),
  fc.record({ mail: nth, bytes: fc.integer({ min: 0, max: 300 }) }),
  fc.constant('QUIT' as const),
);

const licenses = ['a', 'b', 'c', 'd', 'e', 'f'] as LicenseId[];

/** What goes wrong, and with what; not a spec itself. */
export const scenario = fc.record({
  cuts: fc.array(fc.option(cut), { minLength: 4, maxLength: 16 }),
  /** Whether the event store is away, for each time that it is asked or told something. */
  outages: fc.array(fc.boolean(), { maxLength: 20 }),
  /** After how many steps each sender dies, and whether the next takes over its leases or waits until they are over. */
  lives: fc.array(fc.record({ steps: fc.integer({ min: 1, max: 60 }), takesOver: fc.boolean() }), { maxLength: 3 }),
  /** What falls due at first, and a minute later. */
  waves: fc.tuple(fc.subarray(licenses, { minLength: 2 }), fc.subarray(licenses, { minLength: 2 })),
  /** Licenses whose policy wants a digest. */
  digested: fc.subarray(licenses),
});
export type Scenario = typeof scenario extends fc.Arbitrary<infer Of> ? Of : never;
