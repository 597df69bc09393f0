import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';

export function signInPage(frame: Frame, message?: string): string {
  return page(
    'Sign in',
    frame,
    card(
      html`<h1>Sign in</h1>
        ${message !== undefined && html`<p class="alert">${message}</p>`}
        <p>When this server starts it prints a link that signs you in once. Open it in this browser.</p>
        <p class="sub">
          The link is used up, or half an hour has passed? Start the server again, and it prints a new one. Programs use
          a token: <code>npx renewals token --role sales</code>.
        </p>`,
    ),
  );
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

function card(content: Html): Html {
  return html`<section class="card narrow">${content}</section>`;
}
