import { type Html, html } from '../page/html';
import { day, shortDay } from '../words/dates';
import { price } from '../words/money';
import type { LicenseStory } from './license-story';
import { upgrades } from './upgrades';

type Fact = readonly [name: string, value: string | Html];

/** What is so, whatever happens next. */
export function facts(story: LicenseStory): Html {
  return html`<section class="card facts">
    <h2>License</h2>
    <dl>
      ${[...ofTerm(story), ...ofUse(story), ...ofOrder(story)].map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function ofTerm({ license, policy, upgrade }: LicenseStory): Fact[] {
  const { term, maintenance, terminatedOn } = license;
  return [
    ...(terminatedOn === undefined ? [] : [['Ended on', day(terminatedOn)] as const]),
    ['Last day', lastDay(license)],
    ...(maintenance
      ? [['Maintained', `${shortDay(maintenance.startsOn)} – ${shortDay(maintenance.expiresOn)}`] as const]
      : []),
    ['Term', termOf(license)],
    ['Zone', term?.zone ?? policy.vendor.zone],
    ['Upgrades', upgrades(upgrade)],
  ];
}

function termOf({ term, period, origin }: LicenseStory['license']): string {
  if (!term) return 'not activated';
  if (term.expiresOn === undefined) return `without an end, since ${shortDay(term.startsOn)}`;
  if (term.n > 0) return `no. ${term.n}, of ${periodWord(period)} each, since ${shortDay(term.anchor)}`;
  return origin === 'add-quota' ? 'ends with the license that it adds to' : `aligned to ${shortDay(term.anchor)}`;
}

function lastDay({ term }: LicenseStory['license']): string {
  if (!term) return 'counted from its activation';
  return term.expiresOn === undefined ? 'none' : day(term.expiresOn);
}

function ofUse({ license: { handshake, hosting, delivery }, key }: LicenseStory): Fact[] {
  return [
    ...(key === undefined
      ? []
      : [
          [
            'Key',
            html`<details>
              <summary>Show it</summary>
              <code>${key}</code>
            </details>`,
          ] as const,
        ]),
    ...(handshake
      ? [['Handshake', handshake.code === undefined ? 'not known here' : html`<code>${handshake.code}</code>`] as const]
      : []),
    ...(delivery === 'trackable' ? [['Hosting', hosting === 'self' ? 'your own' : "the vendor's"] as const] : []),
  ];
}

function ofOrder({ license, policy, channel }: LicenseStory): Fact[] {
  const { unitPrice, quota, kind, delivery, orderId, id } = license;
  return [
    ...(kind === 'trial'
      ? []
      : [
          [
            'Price',
            `${price({ ...unitPrice, amountMinor: unitPrice.amountMinor * quota })}${kind === 'annual' ? ' a term' : ''}`,
          ] as const,
        ]),
    ['Kind', `${kind}, ${delivery}`],
    ['Vendor', policy.vendor.name],
    ['Order', html`<span title="${orderId}">${orderId.slice(0, 8)}, through ${channel}</span>`],
    ['As JSON', html`<a href="/licenses/${id}">license</a>, <a href="/licenses/${id}/history">history</a>`],
  ];
}

function periodWord(period: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(period) ?? [];
  const word = { D: 'day', M: 'month', Y: 'year' }[unit] ?? unit;
  return count === '1' ? `one ${word}` : `${count} ${word}s`;
}
