import type { FiledMail } from '@renewals/mail';
import type { Attachment, Email } from 'postal-mime';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { moment } from '../words/dates';

export function mailsPage(frame: Frame, mails: readonly FiledMail[]): string {
  return page(
    'Mails',
    frame,
    html`<h1>Mails</h1>
      <p class="lead">The newest mails, as files in the data directory. Nothing of it has left this machine.</p>
      <p><a href="/portal/mail-preview">What each kind of mail says</a></p>
      ${
        mails.length === 0
          ? html`<p class="empty">No mail was filed yet.</p>`
          : html`<div class="scroll">
              <table class="list">
                <thead>
                  <tr>
                    <th>Subject</th>
                    <th>To</th>
                    <th>When (UTC)</th>
                  </tr>
                </thead>
                <tbody>
                  ${mails.map(row)}
                </tbody>
              </table>
            </div>`
      }`,
  );
}

function row({ file, subject, to, date }: FiledMail): Html {
  return html`<tr>
    <td><a class="main" href="/portal/mails/${encodeURIComponent(file)}">${subject}</a></td>
    <td>${to}</td>
    <td class="nowrap">${moment(date, 'utc')}</td>
  </tr>`;
}

export function mailPage(frame: Frame, file: string, mail: Email): string {
  const address = `/portal/mails/${encodeURIComponent(file)}`;
  return page(
    mail.subject ?? 'Mail',
    frame,
    html`<p class="path"><a href="/portal/mails">Mails</a></p>
      <h1>${mail.subject}</h1>
      <dl class="mailhead">
        <div>
          <dt>From</dt>
          <dd>${mail.from?.address}</dd>
        </div>
        <div>
          <dt>To</dt>
          <dd>${(mail.to ?? []).map((to) => to.address).join(', ')}</dd>
        </div>
        <div>
          <dt>Date</dt>
          <dd>${mail.date !== undefined && moment(Date.parse(mail.date), 'utc')} UTC</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd><a href="/mails/${encodeURIComponent(file)}">as it was sent</a></dd>
        </div>
        ${mail.attachments.map((attachment, nth) => attached(attachment, `${address}/attachments/${nth}`))}
      </dl>
      <section class="card">
        <h2>As people see it</h2>
        <iframe class="mail" sandbox src="${address}/html" title="The mail's HTML"></iframe>
      </section>
      <section class="card">
        <h2>As plain text</h2>
        <pre class="mail">${mail.text}</pre>
      </section>`,
  );
}

function attached({ filename, mimeType }: Attachment, address: string): Html {
  return html`<div>
    <dt>Attached</dt>
    <dd><a href="${address}" download>${filename ?? mimeType}</a></dd>
  </div>`;
}
