/** What was asked for cannot be done as it was asked; nothing was done. The message tells the way out. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}
