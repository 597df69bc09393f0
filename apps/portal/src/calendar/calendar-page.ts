import { card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';

/** Where a person gets the address of their calendar, and stops it. `address`: none while it is closed. */
export function calendarPage(frame: Frame, address: string | undefined): string {
  return page(
    'Calendar',
    frame,
    html`<p class="path"><a href="/">Due</a></p>
      ${card(
        html`<h1>Your calendar</h1>
          <p>The last days of your licenses and their maintenance, in the calendar program that you use.</p>
          ${address === undefined ? closed(frame) : open(frame, address)}`,
      )}`,
  );
}

function closed(frame: Frame): Html | false {
  return button(frame, '/portal/calendar', 'Get the address', 'primary wide');
}

function open(frame: Frame, address: string): Html {
  return html`<label
      >Address, to subscribe to in your calendar program
      <input readonly value="${address}" />
    </label>
    <p class="sub">Whoever has it reads these days. Get a new one when somebody should not: the old one stops.</p>
    ${button(frame, '/portal/calendar', 'Get a new address', 'wide')}
    ${button(frame, '/portal/calendar/stop', 'Stop it', 'link')}`;
}

function button({ mode, once }: Frame, address: string, label: string, look: string): Html | false {
  if (mode === 'virtual') return false;
  return html`<form method="post" action="${address}">
    <input type="hidden" name="once" value="${once}" />
    <button class="${look}">${label}</button>
  </form>`;
}
