import { LimitedPace } from './limited-pace';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NOON = Date.parse('2026-01-09T12:00:00Z');
const TO = 'anna@customer.example';

describe('a server that is down', () => {
  let pace: LimitedPace;
  beforeEach(() => (pace = new LimitedPace({}, () => 1)));

  it('is left alone until a pause is over', () => {
    expect(pace.serverDown(NOON)).toBe(NOON + 30 * SECOND);
    expect(pace.turn(TO, NOON)).toBe(NOON + 30 * SECOND);
    expect(pace.turn(TO, NOON + 29 * SECOND)).toBe(NOON + 30 * SECOND);
    expect(pace.turn(TO, NOON + 30 * SECOND)).toBe(NOON + 30 * SECOND);
  });

  it('is found down once by all who were under way together', () => {
    const until = pace.serverDown(NOON);
    for (let mail = 1; mail <= 16; mail++) expect(pace.serverDown(NOON + mail)).toBe(until);
  });

  it('gets one mail after the pause, and the others when it answered that', () => {
    const back = pace.serverDown(NOON);
    expect(pace.turn(TO, back)).toBe(back);
    expect(pace.turn(TO, back)).toBe(back + SECOND);
    pace.serverUp();
    expect(pace.turn(TO, back)).toBe(back);
    expect(pace.turn(TO, back)).toBe(back);
  });

  it('is left alone for longer each time, at most eight minutes', () => {
    let now = NOON;
    const pauses = Array.from({ length: 7 }, () => {
      const from = now;
      now = pace.serverDown(now);
      expect(pace.turn(TO, now)).toBe(now);
      return (now - from) / MINUTE;
    });
    expect(pauses).toEqual([0.5, 1, 2, 4, 8, 8, 8]);
  });

  it('gets another mail when nothing was heard of the one that went ahead', () => {
    const back = pace.serverDown(NOON);
    pace.turn(TO, back);
    expect(pace.turn(TO, back + MINUTE - SECOND / 2)).toBe(back + MINUTE);
    expect(pace.turn(TO, back + MINUTE)).toBe(back + MINUTE);
    expect(pace.turn(TO, back + MINUTE)).toBe(back + MINUTE + SECOND);
  });

  it('once it answered, is down for the shortest pause again', () => {
    pace.turn(TO, pace.serverDown(NOON));
    pace.turn(TO, pace.serverDown(NOON + MINUTE));
    pace.serverUp();
    expect(pace.serverDown(NOON + 10 * MINUTE)).toBe(NOON + 10 * MINUTE + 30 * SECOND);
  });

  it('is asked again at a moment that differs from sender to sender', () => {
    const jittered = new LimitedPace({}, (failure) => failure / 2);
    expect(jittered.serverDown(NOON)).toBe(NOON + 22.5 * SECOND);
  });

  it('takes no turns of the limits while it is down', () => {
    const limited = new LimitedPace({ perAddressPerHour: 1 }, () => 1);
    const back = limited.serverDown(NOON);
    limited.turn(TO, NOON);
    expect(limited.turn(TO, back)).toBe(back);
  });
});
