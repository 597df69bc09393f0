import type { License } from '../license';
import { refuseUnlessCount } from '../shared/count';
import { refused, type Refused } from '../shared/rule';
import type { LicenseId, Money } from '../shared/words';
import type { OrderLine, OrderPlaced } from './events';

/** The licenses that lines of the order name, as of now. */
export type NamedLicenses = ReadonlyMap<LicenseId, License>;

type Placement = Pick<OrderPlaced['data'], 'lines' | 'organizationId'>;

export function refuseLines({ lines, organizationId }: Placement, trials: NamedLicenses): Refused | undefined {
  if (lines.length === 0) return refused('INVALID_INPUT', 'The order has no lines. Name at least one product.');
  for (const line of lines) {
    const refusal =
      refuseUnlessCount('quota', line.quota) ??
      refuseProduct(line) ??
      refuseMaintenance(line) ??
      refusePrices(line, lines) ??
      refuseConversion(line, organizationId, trials);
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseProduct({ product }: OrderLine): Refused | undefined {
  return product.trim() === '' ? refused('INVALID_INPUT', 'A line names no product. Name it.') : undefined;
}

function refuseMaintenance({ kind, maintenance }: OrderLine): Refused | undefined {
  return maintenance && kind !== 'perpetual'
    ? refused('INVALID_INPUT', 'Maintenance is sold with perpetual licenses. Leave it out, or sell a perpetual one.')
    : undefined;
}

function refusePrices(
  { unitPrice, maintenance, quota }: OrderLine,
  [first]: readonly OrderLine[],
): Refused | undefined {
  const prices = maintenance ? [unitPrice, maintenance.unitPrice] : [unitPrice];
  if (prices.some(({ currency }) => currency !== first?.unitPrice.currency)) {
    return refused('INVALID_INPUT', 'The order mixes currencies. Place an order for each currency.');
  }
  return prices.some((price) => !isPrice(price, quota))
    ? refused(
        'INVALID_INPUT',
        'A price is a whole number of minor units from 0 on, such as 1999 for 19.99. Correct it.',
      )
    : undefined;
}

function isPrice({ amountMinor }: Money, quota: number): boolean {
  return amountMinor >= 0 && Number.isSafeInteger(amountMinor) && Number.isSafeInteger(amountMinor * quota);
}

/** A trial turns into what is bought for it, once, and by its own company. */
function refuseConversion(
  { convertsTrial, kind, product }: OrderLine,
  organizationId: Placement['organizationId'],
  trials: NamedLicenses,
): Refused | undefined {
  if (kind === 'trial') {
    return refused(
      'INVALID_INPUT',
      'A trial is not bought. Request it in Trial License; a company has one of a product.',
    );
  }
  if (convertsTrial === undefined) return undefined;
  const trial = trials.get(convertsTrial);
  if (!trial || trial.status === 'unissued' || trial.grant.organizationId !== organizationId) {
    return refused('NOT_FOUND', 'This company has no such trial. Look up its number in Trial License.');
  }
  if (trial.grant.kind !== 'trial' || trial.status === 'converted') {
    return refused('NOT_A_TRIAL', 'That license is no trial any more. Leave the trial out of the order.');
  }
  return trial.grant.product === product
    ? undefined
    : refused(
        'INVALID_INPUT',
        `That is a trial of ${trial.grant.product}. Buy that product, or leave the trial out of the order.`,
      );
}
