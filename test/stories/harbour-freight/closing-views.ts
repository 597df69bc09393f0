import type { HarbourFreight } from './company';

interface Task {
  readonly purpose: string;
  readonly status: string;
  readonly writeTo?: string;
  readonly licenseId?: string;
  readonly renewalId?: string;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly note?: string;
}

interface Stage {
  readonly stage: string;
  readonly totals: readonly { readonly count: number; readonly amount: { readonly amountMinor: number } }[];
}

interface Decided {
  readonly offset: number;
  readonly dueOn: string;
  readonly outcome: string;
  readonly reason?: string;
}

/** What the pages show at the end. */
export async function closingViews(company: HarbourFreight): Promise<void> {
  await company.story.on('2028-02-15');
  await licenses(company);
  await upcoming(company);
  await tasks(company);
  await pipeline(company);
  await reminders(company);
}

async function licenses(company: HarbourFreight): Promise<void> {
  const rows = Object.entries(company.licenses).map(async ([license, id]) => {
    const { status, term, terminatedOn, keyFingerprint } = await company.read(`/licenses/${id}`);
    const { status: billing } = await company.read(`/licenses/${id}/recurring-billing`);
    return {
      license,
      status: terminatedOn === undefined ? status : `${status} on ${terminatedOn}`,
      term: `${term.startsOn} to ${term.expiresOn}`,
      'recurring billing': billing,
      key: keyFingerprint === undefined ? 'no' : 'yes',
    };
  });
  company.story.table('Full License', await Promise.all(rows));
}

async function upcoming(company: HarbourFreight): Promise<void> {
  const { items } = await company.read('/upcoming-renewals');
  const due = items as { licenseId: string; expiresOn: string; daysLeft: number; stage: string }[];
  company.story.table(
    'Upcoming Renewal',
    due.map(({ licenseId, expiresOn, daysLeft, stage }) => ({
      license: licenseId,
      expires: expiresOn,
      'days left': daysLeft,
      stage,
    })),
  );
}

async function tasks(company: HarbourFreight): Promise<void> {
  const all: Task[] = [];
  for (const status of ['open', 'done', 'dropped']) {
    all.push(...(await company.read(`/sales-tasks?status=${status}`)).items);
  }
  company.story.table(
    'Tasks of sales',
    all.map(({ purpose, writeTo = '', licenseId, renewalId, openedOn, dueOn, status, note = '' }) => ({
      task: purpose,
      'write to': writeTo,
      about: licenseId ?? renewalId ?? '',
      opened: openedOn,
      due: dueOn,
      status,
      note,
    })),
  );
}

async function pipeline(company: HarbourFreight): Promise<void> {
  const { stages } = await company.read('/pipeline');
  const rows = (stages as Stage[]).flatMap(({ stage, totals }) =>
    totals.map(({ count, amount }) => ({ stage, renewals: count, EUR: (amount.amountMinor / 100).toFixed(2) })),
  );
  company.story.table('Pipeline', rows);
}

async function reminders(company: HarbourFreight): Promise<void> {
  const rows = Object.entries(company.licenses).map(async ([license, id]) => {
    const { items } = await company.read(`/reminders?license=${id}`);
    return (items as Decided[]).map(({ offset, dueOn, outcome, reason = '' }) => ({
      license,
      'days before': offset,
      due: dueOn,
      outcome,
      reason,
    }));
  });
  company.story.table('Reminders', (await Promise.all(rows)).flat());
}
