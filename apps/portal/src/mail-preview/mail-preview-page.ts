import { type Preview, previewed } from '@renewals/mail';
import { knownLocales } from '@renewals/words';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import type { MailPreviewQuery } from './mail-preview.query';

export function mailPreviewPage(
  frame: Frame,
  { template, locale }: MailPreviewQuery,
  { subject, text }: Preview,
): string {
  const body = `/portal/mail-preview/html?${new URLSearchParams({ template, locale }).toString()}`;
  return page(
    'What mails say',
    frame,
    html`<p class="path"><a href="/portal/mails">Mails</a></p>
      <h1>What mails say</h1>
      <p class="lead">An example of each kind of mail. Nobody gets it.</p>
      <form class="card" method="get" action="/portal/mail-preview">
        ${choice('Kind', 'template', previewed, template)} ${choice('Language', 'locale', knownLocales(), locale)}
        <button class="primary">Show it</button>
      </form>
      <section class="card">
        <h2>${subject}</h2>
        <iframe class="mail" sandbox src="${body}" title="The mail's HTML"></iframe>
      </section>
      <section class="card">
        <h2>As plain text</h2>
        <pre class="mail" lang="${locale}">${text}</pre>
      </section>`,
  );
}

function choice(label: string, name: string, values: readonly string[], chosen: string): Html {
  return html`<label>
    ${label}
    <select name="${name}">
      ${values.map((value) => html`<option ${value === chosen && html`selected`}>${value}</option>`)}
    </select>
  </label>`;
}
