import type { CompanyContactDocument, CompanyDocument } from '../../../api/src/organizations/organization.document';
import { card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { badge } from '../words/badges';
import { day } from '../words/dates';

export interface Account {
  readonly company: CompanyDocument;
  readonly me: CompanyContactDocument;
  /** BCP 47, that mails are written in. */
  readonly locales: readonly string[];
}

/** Who belongs to the company, whom mail reaches, and in which language. */
export function accountPage(frame: Frame, account: Account | undefined): string {
  return page('Account', frame, account ? whole(frame, account) : nobody());
}

function nobody(): Html {
  return card(
    html`<h1>Your account</h1>
      <p>You are a contact of no company. Ask a contact of yours to invite you.</p>`,
  );
}

function whole(frame: Frame, { company, me, locales }: Account): Html {
  return html`${card(
      html`<h1>${company.name}</h1>
        ${languageForm(frame, '/portal/account/locale', 'Language of mail to you', me.locale, locales)}
        ${
          me.isPrimary &&
          languageForm(
            frame,
            '/portal/account/company-locale',
            'Language of mail to everybody else of the company who chose none',
            company.locale,
            locales,
          )
        }`,
    )}
    <h2>Users</h2>
    <table class="list">
      <thead>
        <tr>
          <th>Name</th>
          <th>Address</th>
          <th>Status</th>
          <th>Mail</th>
        </tr>
      </thead>
      <tbody>
        ${company.contacts.filter(({ status }) => status === 'accepted' || status === 'invited').map(row)}
      </tbody>
    </table>`;
}

function languageForm(
  { once }: Frame,
  address: string,
  label: string,
  chosen: string | undefined,
  locales: readonly string[],
): Html {
  return html`<form method="post" action="${address}">
    <input type="hidden" name="once" value="${once}" />
    <label
      >${label}<select name="locale" required>
        ${chosen === undefined && html`<option value="">None chosen</option>`}
        ${locales.map(
          (locale) =>
            html`<option value="${locale}" ${locale === chosen && html` selected`}>${nameOf(locale)}</option>`,
        )}
      </select></label
    >
    <button>Choose</button>
  </form>`;
}

/** As its own readers call it. */
function nameOf(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

function row(contact: CompanyContactDocument): Html {
  return html`<tr>
    <td>${contact.name ?? ''}${contact.isPrimary && html` ${badge('primary', 'accent')}`}</td>
    <td>${contact.email ?? ''}</td>
    <td>${contact.status}</td>
    <td>${reachability(contact)}</td>
  </tr>`;
}

function reachability({ unreachable, softBounces }: CompanyContactDocument): Html {
  if (!unreachable) return softBounces === 0 ? badge('arrives', 'good') : badge(`late ${softBounces} times`, 'warm');
  const what = unreachable.severity === 'hard' ? 'comes back' : 'called spam';
  return html`${badge(what, 'bad')} since ${day(unreachable.since.slice(0, 10))}: nothing is sent. Write to support.`;
}
