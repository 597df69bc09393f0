/** What the exit of every command means. */
export const exitCodes = {
  done: 0,
  fault: 1,
  /** Bad usage or configuration. */
  badUsage: 2,
  /** Some input was rejected; the rest was done. */
  inputRejected: 3,
  /** Something did not verify. */
  notVerified: 4,
  /** Stopped by Ctrl-C; 128 and the signal's number, as a shell has it. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
