import { aHost } from './host.spec';
import { Interrupted, interruptible } from './interruptible';

/** Work in two steps; something happens between them. */
const twoSteps = (between: () => void) => async (stopping: AbortSignal) => {
  stopping.throwIfAborted();
  between();
  stopping.throwIfAborted();
  return 'done';
};

describe('interruptible work', () => {
  it('answers with its result when nobody stops it', async () => {
    const host = aHost();
    await expect(
      interruptible(
        host,
        'Again.',
        twoSteps(() => undefined),
      ),
    ).resolves.toBe('done');
    expect(host.eventNames()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at %s between two steps and says how to go on', async (signal) => {
    const host = aHost();
    const stopped = interruptible(
      host,
      'Run it again.',
      twoSteps(() => host.emit(signal, signal)),
    );
    await expect(stopped).rejects.toEqual(new Interrupted(signal, 'Run it again.'));
    await expect(stopped).rejects.toMatchObject({ signal, message: 'Stopped. Run it again.' });
  });

  it('leaves the second Ctrl-C to the process', async () => {
    const host = aHost();
    let listening = true;
    const stopped = interruptible(
      host,
      '',
      twoSteps(() => {
        host.emit('SIGINT', 'SIGINT');
        listening = host.eventNames().length > 0;
      }),
    );
    await expect(stopped).rejects.toThrow(Interrupted);
    expect(listening).toBe(false);
  });

  it('tells any other failure as it is', async () => {
    const failing = interruptible(aHost(), '', () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
  });
});
