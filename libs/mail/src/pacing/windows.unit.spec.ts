import { Windows } from './windows';

describe('limits by name', () => {
  it('are forgotten when nobody asked for so long that they do not matter', () => {
    const windows = new Windows(2, 100);
    for (let mail = 0; mail < 1_000; mail++) windows.of(`name-${mail}`, mail).take(mail);
    expect(windows.size).toBe(100);
    expect(windows.of('name-999', 999).hasRoom(999)).toBe(true);
    windows.of('name-999', 999).take(999);
    expect(windows.of('name-999', 1_098).hasRoom(1_098)).toBe(false);
    expect(windows.of('name-999', 1_099).hasRoom(1_099)).toBe(true);
  });
});
