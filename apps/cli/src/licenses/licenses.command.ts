import type { Engine } from '@renewals/engine';
import type { IsoDate } from '@renewals/licensing';
import { Licenses, type LicenseStatus, licenseStatuses } from '@renewals/projections';
import { type Command, Option } from 'commander';
import { day } from '../command/arguments';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading } from '../engine/open';
import { columns } from '../host/columns';
import type { Host } from '../host/host';
import { writeDocuments, writeLines } from '../host/write';
import { licenseLine, type LicenseLine } from './license-line';

interface LicensesOptions extends CommonOptions {
  readonly status?: LicenseStatus;
  readonly dueBefore?: IsoDate;
}

/** `renewals licenses`: every license, as it is now. */
export function licensesCommand(host: Host): Command {
  return everyCommand('licenses', { json: 'print one JSON document a line' })
    .description('List the licenses, sorted by their external id.')
    .addOption(new Option('--status <status>', 'only licenses of this status').choices(licenseStatuses))
    .option('--due-before <date>', 'only licenses that expire before this day', day)
    .action((options: LicensesOptions) =>
      reading(configurationOf(host, options), (engine) => {
        const lines = licenseLines(engine, options);
        return options.json ? writeDocuments(host, lines) : writeLines(host, row(headings), lines, (line) => row(line));
      }),
    );
}

async function* licenseLines(
  { context, infrastructure }: Engine,
  { status, dueBefore }: LicensesOptions,
): AsyncGenerator<LicenseLine> {
  const now = infrastructure.clock.now();
  for await (const license of context.get(Licenses).all({ dueBefore })) {
    const line = licenseLine(license, now);
    if (status === undefined || line.status === status) yield line;
  }
}

type Shown = Pick<LicenseLine, 'externalId' | 'product' | 'status' | 'period' | 'startsOn' | 'expiresOn' | 'zone'> & {
  readonly quota: number | string;
};

const headings: Shown = {
  externalId: 'external id',
  product: 'product',
  status: 'status' as LicenseStatus,
  quota: 'quota',
  period: 'period',
  startsOn: 'starts on',
  expiresOn: 'expires on',
  zone: 'zone',
};

function row({ externalId, product, status, quota, period, startsOn, expiresOn, zone }: Shown): string {
  return columns([12, 12, 10, 6, 6, 10, 10], [externalId, product, status, quota, period, startsOn, expiresOn, zone]);
}
