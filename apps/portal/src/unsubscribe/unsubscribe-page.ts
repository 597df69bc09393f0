import { card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import type { FoundSubscription } from './subscriptions';

/** Asks while there is something to end, and says how things stand once it has. `address`: of this page. */
export function unsubscribePage(frame: Frame, address: string, found: FoundSubscription): string {
  const title = found.subscribed ? 'Unsubscribe?' : 'You are unsubscribed';
  return page(
    title,
    frame,
    card(
      html`<h1>${title}</h1>
        ${found.kind === 'reminders' ? reminders(found) : newsletter(found)} ${button(address, found)}`,
    ),
  );
}

function reminders({ subscribed, orderIds, vendor }: Extract<FoundSubscription, { kind: 'reminders' }>): Html {
  return html`<p>
      ${subscribed ? 'You would get no more renewal reminders' : 'You get no more renewal reminders'} of
      ${orderIds.length > 1 ? 'these orders' : html`order <strong>${orderIds}</strong>`} from
      <strong>${vendor}</strong>.
    </p>
    ${
      orderIds.length > 1 &&
      html`<ul>
        ${orderIds.map((orderId) => html`<li><strong>${orderId}</strong></li>`)}
      </ul>`
    }
    <p>You keep your access to these licenses. The reminders of your other orders still come.</p>`;
}

function newsletter({ subscribed }: FoundSubscription): Html {
  return html`<p>
      ${subscribed ? 'You would get no more newsletters' : 'You get no more newsletters'} at this address.
    </p>
    <p>Renewal reminders of your orders still come.</p>`;
}

function button(address: string, { kind, subscribed }: FoundSubscription): Html {
  if (subscribed) {
    return html`<form method="post" action="${address}">
        <button class="primary wide">Unsubscribe from this list</button>
      </form>
      <p class="sub below">If you did not mean to, close this page: nothing has changed.</p>`;
  }
  if (kind === 'newsletter') return html`<p class="sub below">To get news again, subscribe where you did before.</p>`;
  return html`<form method="post" action="${address}/again"><button class="wide">Subscribe again</button></form>`;
}
