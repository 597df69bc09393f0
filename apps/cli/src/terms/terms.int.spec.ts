import { PassThrough, Readable, Writable } from 'node:stream';
import { aHost, type Ran, ran } from '../host/host.spec';
import { run } from '../program';

/** Runs `renewals terms …` in this process; the input arrives in the given pieces. */
function terms(args: readonly string[], ...input: readonly (string | Buffer)[]): Promise<Ran> {
  const stdin = new PassThrough();
  for (const piece of input) stdin.write(piece);
  stdin.end();
  return ran((host) => run(['terms', ...args], host), { stdin, env: {} });
}

const request = { anchor: '2028-02-29', period: 'P1Y', count: 5, zone: 'America/Sao_Paulo' };
const asked = ['--anchor', '2028-02-29', '--period', 'P1Y', '--count', '5', '--zone', 'America/Sao_Paulo'];
const answer =
  '{"anchor":"2028-02-29","period":"P1Y","zone":"America/Sao_Paulo","terms":[' +
  '{"n":1,"startsOn":"2028-02-29","expiresOn":"2029-02-28","endsAt":"2029-03-01T03:00:00Z"},' +
  '{"n":2,"startsOn":"2029-03-01","expiresOn":"2030-02-28","endsAt":"2030-03-01T03:00:00Z"},' +
  '{"n":3,"startsOn":"2030-03-01","expiresOn":"2031-02-28","endsAt":"2031-03-01T03:00:00Z"},' +
  '{"n":4,"startsOn":"2031-03-01","expiresOn":"2032-02-29","endsAt":"2032-03-01T03:00:00Z"},' +
  '{"n":5,"startsOn":"2032-03-01","expiresOn":"2033-02-28","endsAt":"2033-03-01T03:00:00Z"}]}\n';

const line = (changes: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ ...request, ...changes });

function withOption(option: string, value: string): string[] {
  return asked.with(asked.indexOf(option) + 1, value);
}

describe('renewals terms', () => {
  it('prints one JSON document', async () => {
    expect(await terms([...asked, '--json'])).toEqual({ stdout: answer, stderr: '', exitCode: 0 });
  });

  it('prints a table for people', async () => {
    const { stdout, exitCode } = await terms(asked);
    expect(stdout).toContain('\n   1  2028-02-29  2029-02-28  2029-03-01T03:00:00Z\n');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['--anchor', '2027-02-29', 'INVALID_DATE', 'no day of the calendar'],
    ['--anchor', '1989-12-31', 'INVALID_DATE', 'before the first anchor'],
    ['--anchor', '2101-01-01', 'INVALID_DATE', 'after the last anchor'],
    ['--period', 'P1Y6M', 'INVALID_PERIOD', 'mixed'],
    ['--count', '0', 'INVALID_COUNT', 'no term'],
    ['--count', '1001', 'INVALID_COUNT', 'too many'],
    ['--count', '-1', 'INVALID_COUNT', 'less than none'],
    ['--count', '1e2', 'INVALID_COUNT', 'not in digits'],
    ['--zone', 'UTC+3', 'INVALID_ZONE', 'an offset'],
  ])('refuses %s %s with %s: %s', async (option, value, code) => {
    const asJson = await terms([...withOption(option, value), '--json']);
    const { error } = JSON.parse(asJson.stdout) as { error: { code: string; message: string } };
    expect({ ...asJson, stdout: error.code }).toEqual({ stdout: code, stderr: '', exitCode: 2 });
    expect(await terms(withOption(option, value))).toEqual({ stdout: '', stderr: `${error.message}\n`, exitCode: 2 });
  });

  it('refuses terms that expire after 9999', async () => {
    const far = ['--anchor', '2099-12-31', '--period', 'P100Y', '--zone', 'UTC', '--json', '--count'];
    expect(await terms([...far, '79'])).toMatchObject({ exitCode: 0 });
    expect(await terms([...far, '80'])).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('INVALID_DATE') });
  });

  it('says what is missing', async () => {
    expect((await terms([])).stderr).toBe(
      'The anchor is missing: give the day the first term starts, such as "2028-02-29".\n',
    );
  });

  it('takes no request beside a stream of them', async () => {
    expect(await terms(['--stdin', '--count', '5'])).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining("'--stdin' cannot be used with option '--count"),
      exitCode: 2,
    });
  });
});

describe('renewals terms --stdin', () => {
  const codes = ({ stdout }: Ran): string[] =>
    stdout
      .trimEnd()
      .split('\n')
      .map((text) => (JSON.parse(text) as { error?: { code: string } }).error?.code ?? 'answered');

  it('answers each line as if it were asked alone', async () => {
    const outcome = await terms(['--stdin', '--json'], `${line()}\n${line()}\n`);
    expect(outcome).toEqual({ stdout: answer + answer, stderr: '', exitCode: 0 });
  });

  it('answers bad lines in their place, goes on, and says so by its exit', async () => {
    const lines = [
      line(),
      '{"anchor":',
      '[]',
      'null',
      '"2028-02-29"',
      '',
      '{}',
      line({ anchor: 20280229 }),
      line({ anchor: ['2028-02-29'] }),
      line({ period: 'P1W' }),
      line({ period: null }),
      line({ count: '5' }),
      line({ count: 2.5 }),
      line({ zone: '+03:00' }),
      line({ zone: 'Asia/Kolkata' }),
    ];
    const outcome = await terms(['--stdin', '--json'], lines.join('\n'));
    expect(codes(outcome)).toEqual([
      'answered',
      ...Array.from({ length: 5 }, () => 'INVALID_JSON'),
      ...Array.from({ length: 3 }, () => 'INVALID_DATE'),
      'INVALID_PERIOD',
      'INVALID_PERIOD',
      'INVALID_COUNT',
      'INVALID_COUNT',
      'INVALID_ZONE',
      'answered',
    ]);
    expect(outcome.exitCode).toBe(3);
  });

  it('ignores fields that it does not know, and one blank line at the end', async () => {
    const outcome = await terms(['--stdin', '--json'], `${line({ id: 7, note: 'a\u2028b' })}\r\n\n`);
    expect(outcome).toMatchObject({ stdout: answer, exitCode: 0 });
  });

  it('answers nothing to nothing', async () => {
    expect(await terms(['--stdin', '--json'])).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  });

  it('reads lines that arrive in pieces, within a character too', async () => {
    const bytes = Buffer.from(`${line({ note: 'ä€😀' })}\n${line()}`);
    const outcome = await terms(['--stdin', '--json'], ...Array.from(bytes, (byte) => Buffer.of(byte)));
    expect(outcome).toMatchObject({ stdout: answer + answer, exitCode: 0 });
  });

  it('cuts a line without end instead of keeping it, and goes on after it', async () => {
    const endless = Array.from({ length: 40 }, () => 'x'.repeat(65_536));
    expect(codes(await terms(['--stdin', '--json'], ...endless, '\n', line()))).toEqual(['INVALID_JSON', 'answered']);
  });

  it('reads no further than its reader does', async () => {
    let asked = 0;
    function* requests(): Generator<Buffer> {
      for (; asked < 2000; asked += 1) yield Buffer.from(`${line()}\n`);
    }
    let askedAtFirstAnswer = 0;
    let answered = 0;
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        answered += 1;
        if (answered > 1) return done();
        setImmediate(() => {
          askedAtFirstAnswer = asked;
          done();
        });
      },
    });
    const stdin = Readable.from(requests(), { objectMode: false });
    await run(['terms', '--stdin', '--json'], aHost({ stdin, stdout }));
    expect(askedAtFirstAnswer).toBeLessThan(1000);
    expect(answered).toBe(2000);
  });

  it('ends quietly, and stops reading, when its reader leaves', async () => {
    const stdin = Readable.from([`${line()}\n`, `${line()}\n`], { objectMode: false });
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const host = aHost({ stdin, stdout });
    await run(['terms', '--stdin', '--json'], host);
    expect(stdin.destroyed).toBe(true);
    expect(host.exitCode).toBe(0);
  });
});
