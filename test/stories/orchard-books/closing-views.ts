import type { OrchardBooks } from './company';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly quota: number;
  readonly usage: { readonly used: number };
  readonly term?: { readonly startsOn: string; readonly expiresOn?: string };
  readonly maintenance?: { readonly startsOn: string; readonly expiresOn: string };
  readonly handshake?: { readonly configuration: string };
}

/** What the pages show at the end. */
export async function closingViews(company: OrchardBooks): Promise<void> {
  const { story } = company;
  const licenses: Record<string, string | number>[] = [];
  const reminders: { outcome: string; reason?: string }[] = [];
  for (const [name, id] of Object.entries(company.licenses)) {
    const shown: Shown = await company.read(`/licenses/${id}`);
    licenses.push({
      license: name,
      status: shown.status,
      used: `${shown.usage.used} of ${shown.quota}`,
      term: termOf(shown.term),
      maintenance: termOf(shown.maintenance),
      handshake: shown.handshake?.configuration ?? '',
    });
    reminders.push(...(await company.read(`/reminders?license=${id}`)).items);
  }
  story.table('Full License', licenses);
  const due = [
    ...(await company.read('/upcoming-renewals?tab=annual')).items,
    ...(await company.read('/upcoming-renewals?tab=maintenance')).items,
  ] as { licenseId: string; kind: string; expiresOn: string; stage: string }[];
  story.table(
    'Upcoming Renewal',
    due.map(({ licenseId, kind, expiresOn, stage }) => ({ license: licenseId, kind, expiresOn, stage })),
  );
  const outcomes = reminders.map(({ outcome, reason }) => (reason ? `${outcome}: ${reason}` : outcome));
  story.table(
    'Reminders',
    [...new Set(outcomes)].sort().map((outcome) => ({
      decided: outcome,
      times: outcomes.filter((one) => one === outcome).length,
    })),
  );
}

function termOf(term?: { readonly startsOn: string; readonly expiresOn?: string }): string {
  return term ? `${term.startsOn} to ${term.expiresOn ?? 'ever'}` : '';
}
