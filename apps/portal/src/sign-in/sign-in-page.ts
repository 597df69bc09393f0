import { alert, card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';

export interface SignIn {
  /** What went wrong. */
  readonly message?: string;
  /** What went well. */
  readonly news?: string;
  /** Where to go afterwards. */
  readonly then?: string;
}

/** For people of customers by their password, for the operator by the link that the server prints. */
export function signInPage(frame: Frame, { message, news, then = '/' }: SignIn = {}): string {
  return page(
    'Sign in',
    frame,
    card(
      html`<h1>Sign in</h1>
        ${alert(message)} ${news !== undefined && html`<p class="news" role="status">${news}</p>`}
        <form method="post" action="/sign-in">
          <input type="hidden" name="then" value="${then}" />
          <label
            >E-mail address<input name="email" type="email" required maxlength="200" autocomplete="username"
          /></label>
          <label
            >Password<input name="password" type="password" required maxlength="200" autocomplete="current-password"
          /></label>
          <button class="primary wide">Sign in</button>
        </form>
        <p class="sub"><a href="/portal/forgot-password">Forgot password, or none yet?</a></p>
        ${forOperators()}`,
    ),
  );
}

function forOperators(): Html {
  return html`<details class="below">
    <summary>You run this server?</summary>
    <p class="sub">
      When it starts it prints a link that signs you in once, within half an hour. Open it in this browser. The link is
      used up? Start the server again, and it prints a new one. Programs use a token:
      <code>npx renewals token --role sales</code>.
    </p>
  </details>`;
}

/** Following a link changes nothing; the button does. So nothing that looks ahead uses the link up. */
export function confirmPage(frame: Frame): string {
  return page(
    'Sign in',
    frame,
    card(
      html`<h1>Welcome</h1>
        <p>This link signs you in as <strong>admin</strong> on this browser, for twelve hours. It works once.</p>
        <form method="post"><button class="primary wide">Sign in</button></form>`,
    ),
  );
}
