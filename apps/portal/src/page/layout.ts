import type { Role } from '@renewals/platform';
import { companyPeople, staff } from '../../../api/src/identity/allowed';
import { moment } from '../words/dates';
import type { Frame } from './frame';
import { type Html, html } from './html';
import { styleAddress } from './style';

/** A whole page, as it is sent. */
export function page(title: string, frame: Frame, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Renewals</title>
        <link rel="stylesheet" href="${styleAddress}" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Renewals</a>
            ${frame.caller && navigation(frame)} ${frame.caller && who(frame)}
          </div>
        </header>
        ${clockBanner(frame)}
        <main id="content">${content}</main>
      </body>
    </html> `.source;
}

interface Place {
  readonly address: string;
  readonly name: string;
  /** Left out: everybody who is signed in. */
  readonly isFor?: readonly Role[];
}

const places: readonly Place[] = [
  { address: '/', name: 'Due' },
  { address: '/portal/licenses', name: 'Licenses' },
  { address: '/portal/account', name: 'Account', isFor: companyPeople },
  { address: '/portal/sales-tasks', name: 'Tasks', isFor: staff },
  { address: '/portal/mails', name: 'Mails', isFor: staff },
  { address: '/portal/notices', name: 'Notices', isFor: staff },
];

function navigation({ path, caller }: Frame): Html {
  const visible = places.filter(({ isFor }) => !isFor || (caller && isFor.includes(caller.role)));
  return html`<nav aria-label="Main">
    ${visible.map(({ address, name }) => {
      const isHere = address === '/' ? path === '/' : path.startsWith(address);
      return html`<a href="${address}" ${isHere && html` aria-current="page"`}>${name}</a>`;
    })}<a href="/docs">API</a>
  </nav>`;
}

function who({ caller }: Frame): Html {
  return html`<form class="who" method="post" action="/portal/sign-out">
    <span>Signed in as <strong>${caller?.role ?? ''}</strong></span>
    <button class="link">Sign out</button>
  </form>`;
}

function clockBanner({ mode, now, caller, once }: Frame): Html | false {
  if (mode === 'live') return false;
  const time = `${moment(now, 'utc')} UTC`;
  return html`<aside class="virtual" aria-label="Virtual time">
    <div class="bar">
      <p>
        ${
          mode === 'sample'
            ? html`<strong>Sample.</strong> It lives on a clock of its own, which shows <time>${time}</time>. Nothing
                leaves it.`
            : html`<strong>Virtual directory.</strong> Its clock stands at <time>${time}</time>. It is only read here,
                and no mail leaves it.`
        }
      </p>
      ${mode === 'sample' && caller?.role === 'admin' && clockForm(once)}
    </div>
  </aside>`;
}

function clockForm(once: string): Html {
  return html`<form method="post" action="/portal/clock">
    <input type="hidden" name="once" value="${once}" />
    <span class="label">Let time pass</span>
    <button name="days" value="1">1 day</button>
    <button name="days" value="7">1 week</button>
    <button name="days" value="30">30 days</button>
  </form>`;
}
