import { addressOf } from '../page/asset';

/**
 * The token stands behind the `#` of the mailed link, which no browser sends to a server: this puts it into the form,
 * and takes it out of the address and the browser's history.
 */
export const passwordScript = `
const token = location.hash.slice(1);
const field = document.querySelector('input[name=token]');
if (token !== '' && field !== null) {
  field.value = token;
  field.closest('label').hidden = true;
  history.replaceState(null, '', location.pathname);
}
`;

export const passwordScriptAddress = addressOf('password.js', passwordScript);
