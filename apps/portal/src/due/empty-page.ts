import type { Frame } from '../page/frame';
import { html } from '../page/html';
import { page } from '../page/layout';

/** Before the first license. */
export function emptyPage(frame: Frame, canOpenSample: boolean): string {
  return page(
    'Welcome',
    frame,
    html`<section class="welcome">
      <h1>Nothing here yet</h1>
      <p class="lead">This data directory has no licenses. Bring your customers in, or look at a sample first.</p>
      <div class="choices">
        <article>
          <h2>Import your customers</h2>
          <p>Stop this server, import, and start it again. Mail is held until you have seen what would go out.</p>
          <pre><code>npx renewals import DIR --format ravenstack</code></pre>
        </article>
        <article>
          <h2>Look at a sample</h2>
          <p>
            Two vendors, some dozens of licenses, half a year of history. It is kept in a directory of its own and never
            meets your data.
          </p>
          ${
            canOpenSample
              ? html`<form method="post" action="/portal/sample">
                  <button class="primary">Open the sample</button>
                </form>`
              : html`<pre><code>npm start -- --sample</code></pre>`
          }
        </article>
      </div>
    </section>`,
  );
}
