import type { Policy } from '@renewals/licensing';
import { alert, card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { passwordScriptAddress } from './password-script';

/** `token`: what the form sent before, when the password was not taken. */
export function passwordPage(frame: Frame, token?: string, refusal?: string): string {
  return page(
    'Set your password',
    frame,
    card(
      html`<h1>Set your password</h1>
        ${alert(refusal)}
        <form method="post" action="/portal/password">
          ${token === undefined ? tokenField() : html`<input type="hidden" name="token" value="${token}" />`}
          <label
            >New password<input
              name="password"
              type="password"
              required
              minlength="10"
              maxlength="200"
              autocomplete="new-password"
          /></label>
          <p class="sub">At least 10 characters. The mailed link is good once.</p>
          <button class="primary wide">Set the password</button>
        </form>
        <p class="sub below"><a href="/portal/forgot-password">Have a new link mailed</a></p>`,
    ),
  );
}

/** Filled in by the script; without it, by hand. */
function tokenField(): Html {
  return html`<label
      >Code: the end of the link in the mail, after the # sign<input
        name="token"
        required
        maxlength="1000"
        autocomplete="off"
    /></label>
    <script src="${passwordScriptAddress}" defer></script>`;
}

export function forgotPasswordPage(frame: Frame, vendors: readonly Policy[]): string {
  return page(
    'Have a link mailed',
    frame,
    card(
      html`<h1>Set or change your password</h1>
        <p>You get a mail with a link that sets a password: your first one, or a new one.</p>
        <form method="post" action="/portal/forgot-password">
          <label
            >E-mail address of your account<input
              name="email"
              type="email"
              required
              maxlength="200"
              autocomplete="username"
          /></label>
          ${vendorField(vendors)}
          <button class="primary wide">Mail me a link</button>
        </form>
        <p class="sub below"><a href="/sign-in">Back to signing in</a></p>`,
    ),
  );
}

function vendorField(vendors: readonly Policy[]): Html {
  const [first] = vendors;
  if (first && vendors.length === 1) return html`<input type="hidden" name="policy" value="${first.id}" />`;
  return html`<label
    >You are a customer of<select name="policy">
      ${vendors.map(({ id, vendor }) => html`<option value="${id}">${vendor.name}</option>`)}
    </select></label
  >`;
}

/** Says nothing about whether there is such an account. */
export function linkRequestedPage(frame: Frame): string {
  return page(
    'Look into your mail',
    frame,
    card(
      html`<h1>Look into your mail</h1>
        <p>If the address has an account, a mail with a link is on its way to it. The link is good once.</p>
        <p>Nothing came? Look into the spam folder, or ask a contact of your company whether you were invited.</p>
        <p><a class="button" href="/sign-in">Back to signing in</a></p>`,
    ),
  );
}
