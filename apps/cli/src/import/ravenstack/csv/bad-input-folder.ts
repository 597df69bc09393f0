/** The folder cannot be read as what it is said to be: exit code 2, and nothing was written. */
export class BadInputFolder extends Error {
  override readonly name = 'BadInputFolder';
}
