import { type Html, html } from '../page/html';
import { type Buttons, hidden } from './buttons';
import type { LicenseStory } from './license-story';

/** With hosting of one's own nobody else can configure it: it stays open until somebody says that it is done (P). */
export function handshakeTask({ license }: LicenseStory, to: Buttons): Html | false {
  const { handshake, status } = license;
  if (handshake?.configuration !== 'required' || status === 'terminated') return false;
  const { code } = handshake;
  return html`<section class="held">
    <h2>To be done by hand: its handshake code</h2>
    <p>
      ${
        code === undefined
          ? 'Your clients point at the handshake code of the license before. Configure this one to it on your license server, then say which one it is.'
          : html`Your clients point at <code>${code}</code>. Configure this license to that handshake code on your
              license server, then say here that it is done.`
      }
    </p>
    ${to.button(
      'confirm-handshake',
      'It is configured',
      code === undefined
        ? html`<label>Handshake code<input name="code" required maxlength="200" autocomplete="off" /></label>`
        : hidden('code', code),
      'primary',
    )}
  </section>`;
}
