import { type Html, html } from './html';

/** The one thing on a page. */
export function card(content: Html): Html {
  return html`<section class="card narrow">${content}</section>`;
}

export function alert(message: string | undefined): Html | false {
  return message !== undefined && html`<p class="alert" role="alert">${message}</p>`;
}

/** Why what was tried was not done. */
export function refused(refusal: string | undefined): Html | false {
  return refusal !== undefined && html`<p class="alert" role="alert"><strong>Not done.</strong> ${refusal}</p>`;
}
