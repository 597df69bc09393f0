/** The pages that mails lead to. Anything else, such as another server, is no place to go after signing in. */
const MAILED = /^\/portal\/licenses(\/[0-9a-f-]{36})?$/;

export function localPath(address: string | undefined): string {
  return address !== undefined && MAILED.test(address) ? address : '/';
}
