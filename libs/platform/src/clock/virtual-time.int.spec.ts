import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { VirtualTime } from './virtual-time';

const noon = Date.parse('2026-01-01T12:00:00Z');
const later = Date.parse('2026-03-01T08:00:00.250Z');

describe('the clock of a virtual directory', () => {
  it('stands still where it starts', () => {
    const clock = VirtualTime.open(join(temporaryDirectory(), 'clock'), noon);
    expect([clock.now(), clock.now()]).toEqual([noon, noon]);
  });

  it('is where it was left when it is opened again', () => {
    const file = join(temporaryDirectory(), 'clock');
    VirtualTime.open(file, noon).moveTo(later);
    expect(readFileSync(file, 'utf8')).toBe('2026-03-01T08:00:00.250Z\n');
    expect(VirtualTime.open(file, noon).now()).toBe(later);
  });

  it('never goes back', () => {
    const clock = VirtualTime.open(join(temporaryDirectory(), 'clock'), later);
    expect(() => clock.moveTo(noon)).toThrow('stands at 2026-03-01T08:00:00.250Z: it cannot go back');
    expect(clock.now()).toBe(later);
  });

  it('survives a move that was cut short', () => {
    const file = join(temporaryDirectory(), 'clock');
    VirtualTime.open(file, noon).moveTo(later);
    writeFileSync(`${file}.next`, '2026-');
    expect(VirtualTime.open(file, noon).now()).toBe(later);
  });

  it('does not start from a file that says no time', () => {
    const file = join(temporaryDirectory(), 'clock');
    writeFileSync(file, 'half past nine');
    expect(() => VirtualTime.open(file, noon)).toThrow(`${file} does not say a time`);
  });
});
