import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { type Html, html } from '../page/html';

const steps = ['Reminded', 'Requested', 'Approved', 'Committed', 'Invoiced', 'Started'] as const;

type Step = (typeof steps)[number];

/** How far the renewal of a term has come, from its first reminder to the start of the new contract. */
export function progress(wasReminded: boolean, renewal: RenewalDocument | undefined): Html {
  const done = doneSteps(wasReminded, renewal);
  const shown = steps.filter((step) => step !== 'Committed' || renewal?.commitmentRequired || done.has(step));
  return html`<ol class="progress" aria-label="From reminder to start">
    ${shown.map(
      (step) =>
        html`<li class="${done.has(step) ? 'done' : 'ahead'}">
          <span>${step}</span>${done.has(step) && html`<span class="hidden"> (done)</span>`}
        </li>`,
    )}
  </ol>`;
}

function doneSteps(wasReminded: boolean, renewal: RenewalDocument | undefined): ReadonlySet<Step> {
  const done = new Set<Step>();
  if (wasReminded) done.add('Reminded');
  if (!renewal || renewal.stage === 'withdrawn') return done;
  done.add('Requested');
  if (renewal.stage !== 'requested' && renewal.stage !== 'quoted') done.add('Approved');
  if (renewal.commitments && renewal.commitments.length > 0) done.add('Committed');
  if (renewal.invoice) done.add('Invoiced');
  if (renewal.lines.some(({ started }) => started)) done.add('Started');
  return done;
}
