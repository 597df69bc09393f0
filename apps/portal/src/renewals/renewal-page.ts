import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { Buttons } from '../license/buttons';
import { nextSteps } from '../license/next-steps';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { explanations } from '../problems/explanations';
import { badge, type Tone } from '../words/badges';
import { shortDay } from '../words/dates';
import { price } from '../words/money';
import type { Caller } from '../../../api/src/identity/caller';

type Line = RenewalDocument['lines'][number];

/** A renewal with the licenses of its lines, by id. */
export interface RenewalStory {
  readonly renewal: RenewalDocument;
  readonly licenses: ReadonlyMap<string, LicenseDocument>;
}

export function renewalPage(frame: Frame, { renewal, licenses }: RenewalStory, caller: Caller): string {
  const { lines, refused = [] } = renewal;
  const [first] = lines;
  const steps = first && nextSteps(renewal, new Buttons(frame, first.licenseId, caller));
  return page(
    'Renewal',
    frame,
    html`<p class="path"><a href="/">Due</a></p>
      <div class="title">
        <div>
          <h1>One renewal of ${lines.length === 1 ? 'one term' : `${lines.length} terms`}</h1>
          <p class="lead">Each is renewed by itself, and all of them are on one bill.</p>
        </div>
        ${badge(renewal.stage, stageTones[renewal.stage])}
      </div>
      ${
        refused.length > 0 &&
        html`<div class="alert" role="alert">
          <p><strong>Not taken:</strong></p>
          <ul class="plain">
            ${refused.map(({ licenseId, code }) => html`<li><a href="/portal/licenses/${licenseId}">${nameOf(licenses.get(licenseId))}</a>: ${explanationOf(code)}</li>`)}
          </ul>
        </div>`
      }
      <div class="columns">
        <div class="wide scroll">
          <table class="list">
            <thead>
              <tr>
                <th>Customer</th>
                <th>Product</th>
                <th>Ends on</th>
                <th class="number">Amount</th>
                <th>Progress</th>
              </tr>
            </thead>
            <tbody>
              ${lines.map((line) => row(line, licenses.get(line.licenseId)))}
            </tbody>
          </table>
        </div>
        <div class="side">
          <section class="card panel">
            <h2>What comes next</h2>
            ${steps || html`<p>It is settled. See each license for its new term.</p>`}
            ${renewal.invoice && html`<p><a href="/renewals/${renewal.id}/receipt.pdf" download>Receipt as PDF</a></p>`}
          </section>
        </div>
      </div>`,
  );
}

function row({ licenseId, kind, quota, currentExpiresOn, amount, progress }: Line, license?: LicenseDocument): Html {
  return html`<tr>
    <td><a class="main" href="/portal/licenses/${licenseId}">${license?.organization.name ?? licenseId}</a></td>
    <td>
      ${license?.product} <span class="sub">${quota} ×${kind === 'maintenance' && ', support and maintenance'}</span>
    </td>
    <td>${shortDay(currentExpiresOn)}</td>
    <td class="number">${price(amount)}</td>
    <td>${badge(progress, progressTones[progress] ?? 'quiet')}</td>
  </tr>`;
}

function nameOf(license: LicenseDocument | undefined): string {
  return license ? `${license.product} of ${license.organization.name}` : 'a license';
}

function explanationOf(code: string): string {
  return code in explanations ? explanations[code as keyof typeof explanations] : code;
}

const stageTones: Readonly<Record<RenewalDocument['stage'], Tone>> = {
  requested: 'warm',
  quoted: 'warm',
  approved: 'accent',
  invoiced: 'good',
  completed: 'good',
  withdrawn: 'bad',
};

const progressTones: Readonly<Record<string, Tone>> = { waiting: 'quiet', completed: 'good', failed: 'bad' };
