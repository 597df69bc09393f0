import { type GoLive, GoLivePreview } from '@renewals/automations';
import { Desk } from '@renewals/commands';
import { Injectable } from '@nestjs/common';
import { moment, shortDay } from '../words/dates';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';

const SHOWN_AT_MOST = 12;

/** After an import mail waits; staff sees what would go out, and an admin releases it. */
@Injectable()
export class GoingLive {
  constructor(
    private readonly preview: GoLivePreview,
    private readonly desk: Desk,
  ) {}

  async notice(frame: Frame): Promise<Html | undefined> {
    const { caller, now } = frame;
    if (!caller || caller.role === 'customer' || caller.role === 'service') return undefined;
    if ((await this.desk.installation()).mail !== 'held') return undefined;
    return notice(await this.preview.at(now), frame);
  }
}

function notice({ goesOutToday, recordedNotSent }: GoLive, { caller, mode, once }: Frame): Html {
  const count = goesOutToday.length;
  return html`<section class="held">
    <h2>Mail is held</h2>
    <p>
      The import is in, and nobody has been written to. Released now,
      <strong>${mails(count)}</strong> ${count === 1 ? 'goes' : 'go'} out later today;
      <strong>${recordedNotSent}</strong> that fell due before ${recordedNotSent === 1 ? 'is' : 'are'} recorded and not
      sent.
    </p>
    ${
      count > 0 &&
      html`<details>
        <summary>What goes out today</summary>
        <ul>
          ${goesOutToday
            .slice(0, SHOWN_AT_MOST)
            .map(
              ({ subject: { id }, externalId, offset, expiresOn, at }) =>
                html`<li>
                  <a href="/portal/licenses/${id}">${externalId ?? id}</a>, ${offset} days before
                  ${shortDay(expiresOn)}, at ${moment(at, 'utc')} UTC
                </li>`,
            )}${count > SHOWN_AT_MOST && html`<li>and ${count - SHOWN_AT_MOST} more</li>`}
        </ul>
      </details>`
    }
    ${
      caller?.role === 'admin' && mode !== 'virtual'
        ? html`<form method="post" action="/portal/go-live">
            <input type="hidden" name="once" value="${once}" /><button class="primary">Go live: release mail</button>
          </form>`
        : html`<p class="sub">An admin releases it.</p>`
    }
  </section>`;
}

function mails(count: number): string {
  return count === 1 ? '1 mail' : `${count} mails`;
}
