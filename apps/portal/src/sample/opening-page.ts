import type { Frame } from '../page/frame';
import { html } from '../page/html';
import { page } from '../page/layout';

/** Shown while the server turns over to the sample; then the browser goes there. */
export function openingPage(frame: Frame, address: string): string {
  return page(
    'Opening the sample',
    frame,
    html`<meta http-equiv="refresh" content="2; url=${address}" />
      <section class="card narrow">
        <h1>Opening the sample</h1>
        <p>It is ready in a moment. It has a sign-in of its own.</p>
        <p><a class="button" href="${address}">Go there</a></p>
        <p class="sub">Your own data directory stays as it is: start the server again to come back to it.</p>
      </section>`,
  );
}
