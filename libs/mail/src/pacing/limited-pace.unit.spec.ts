import fc from 'fast-check';
import { LimitedPace, type MailLimits } from './limited-pace';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-01-09T12:00:00Z');

const runs = { numRuns: process.env.LONG ? 5_000 : 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };
const withLimits = (limits: MailLimits) => new LimitedPace(limits, () => 1);

describe('mails without a limit', () => {
  it('go at once', () => {
    const pace = withLimits({});
    for (let mail = 0; mail < 100; mail++) expect(pace.turn('anna@customer.example', NOON)).toBe(NOON);
  });
});

describe('mails with a limit', () => {
  it('go at once until it is reached; then each is told another instant, in turn', () => {
    const pace = withLimits({ perSecond: 2 });
    const turns = Array.from({ length: 6 }, () => pace.turn('anna@customer.example', NOON) - NOON);
    expect(turns).toEqual([0, 0, SECOND, SECOND, 2 * SECOND, 2 * SECOND]);
  });

  it('wait for their own domain only, in whatever case it is written', () => {
    const pace = withLimits({ perDomainPerMinute: 1 });
    expect(pace.turn('anna@customer.example', NOON)).toBe(NOON);
    expect(pace.turn('boris@Customer.Example', NOON)).toBe(NOON + MINUTE);
    expect(pace.turn('carla@another.example', NOON)).toBe(NOON);
  });

  it('wait for their own address only', () => {
    const pace = withLimits({ perAddressPerHour: 1 });
    expect(pace.turn('anna@customer.example', NOON)).toBe(NOON);
    expect(pace.turn('ANNA@customer.example', NOON)).toBe(NOON + HOUR);
    expect(pace.turn('boris@customer.example', NOON)).toBe(NOON);
  });

  it('take no turn of one limit while another makes them wait', () => {
    const pace = withLimits({ perSecond: 1, perAddressPerHour: 1 });
    pace.turn('anna@customer.example', NOON - SECOND);
    expect(pace.turn('anna@customer.example', NOON)).toBe(NOON - SECOND + HOUR);
    expect(pace.turn('boris@customer.example', NOON)).toBe(NOON);
  });

  const mails = fc.array(
    fc.record({
      to: fc.constantFrom('a@one.example', 'b@one.example', 'c@two.example', 'd@three.example'),
      after: fc.integer({ min: 0, max: 20 * SECOND }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it('are never more than that in any span, and all go', () => {
    const limits = fc.record({
      perSecond: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      perDomainPerMinute: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      perAddressPerHour: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(limits, mails, (limit, arriving) => {
        const sent = sendAll(limit, arriving);
        expect(sent).toHaveLength(arriving.length);
        expect(mostIn(SECOND, [sent])).toBeLessThanOrEqual(limit.perSecond ?? Infinity);
        expect(mostIn(MINUTE, byDomain(sent))).toBeLessThanOrEqual(limit.perDomainPerMinute ?? Infinity);
        expect(mostIn(HOUR, byAddress(sent))).toBeLessThanOrEqual(limit.perAddressPerHour ?? Infinity);
      }),
      runs,
    );
  });

  it('go in the order in which they came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), mails, (perDomainPerMinute, arriving) => {
        for (const ofDomain of byDomain(sendAll({ perDomainPerMinute }, arriving))) {
          const came = ofDomain.map(({ nth }) => nth);
          expect(came).toEqual(came.toSorted((one, other) => one - other));
        }
      }),
      runs,
    );
  });

  it('are sent as fast as the limit allows', () => {
    const arriving = Array.from({ length: 95 }, () => ({ to: 'anna@customer.example', after: 0 }));
    const sent = sendAll({ perDomainPerMinute: 10 }, arriving);
    expect(Number(sent.at(-1)?.at) - NOON).toBe(9 * MINUTE);
  });
});

interface Sent {
  readonly to: string;
  readonly nth: number;
  readonly at: number;
}

/** As delivery does: whoever must wait asks again at the instant that it was told, the earlier mail first. */
function sendAll(limits: MailLimits, arriving: readonly { to: string; after: number }[]): Sent[] {
  const pace = withLimits(limits);
  let arrival = NOON;
  const waiting = arriving.map(({ to, after }, nth) => ({ to, nth, at: (arrival += after) }));
  const sent: Sent[] = [];
  for (let asked = 0; waiting.length > 0; asked++) {
    if (asked > 100 * arriving.length) throw new Error('somebody asks for ever');
    waiting.sort((one, other) => one.at - other.at || one.nth - other.nth);
    const [next = { to: '', nth: 0, at: 0 }] = waiting;
    const turn = pace.turn(next.to, next.at);
    if (turn === next.at) sent.push(...waiting.splice(0, 1).map((mail) => ({ ...mail })));
    else next.at = turn;
  }
  return sent;
}

const byAddress = (sent: readonly Sent[]) => groups(sent, ({ to }) => to);
const byDomain = (sent: readonly Sent[]) => groups(sent, ({ to }) => to.replace(/.*@/, ''));

function groups(sent: readonly Sent[], nameOf: (one: Sent) => string): Sent[][] {
  return [...new Set(sent.map(nameOf))].map((name) => sent.filter((one) => nameOf(one) === name));
}

function mostIn(span: number, groups: readonly (readonly Sent[])[]): number {
  const inSpans = groups.flatMap((group) =>
    group.map(({ at }) => group.filter((other) => other.at >= at && other.at < at + span).length),
  );
  return Math.max(...inSpans);
}
