import type { Host, StopSignal } from './host';

/** Work was stopped between two of its steps, and everything was closed. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    readonly signal: StopSignal,
    /** What the person does to go on, as a sentence. */
    wayOn: string,
  ) {
    super(`Stopped. ${wayOn}`);
  }
}

const stopSignals: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

/**
 * Work that Ctrl-C stops between two steps: where it calls `throwIfAborted`. A second Ctrl-C ends the process at once.
 * Throws `Interrupted` when it was stopped.
 */
export async function interruptible<Result>(
  host: Host,
  wayOn: string,
  work: (stopping: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (signal: StopSignal) => {
    ignore();
    controller.abort(new Interrupted(signal, wayOn));
  };
  const ignore = () => stopSignals.forEach((signal) => host.off(signal, stop));
  stopSignals.forEach((signal) => host.on(signal, stop));
  try {
    return await work(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    ignore();
  }
}
