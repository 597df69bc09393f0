import type { Desk } from '@renewals/commands';
import type { IsoDate, LicenseId, PlacedOrder } from '@renewals/licensing';
import type { PipelineAlert } from './pipeline.document';

interface Ending {
  readonly licenseId: string;
  readonly expiresOn: string;
}

/** Why somebody of sales must look after what ends on that day. */
export async function alertsOf(
  order: PlacedOrder,
  { licenseId, expiresOn }: Ending,
  desk: Desk,
): Promise<PipelineAlert[]> {
  const { unproven } = await desk.agreement(licenseId as LicenseId);
  return [...order.alerts, ...(unproven.has(expiresOn as IsoDate) ? (['no-notice-proof'] as const) : [])];
}
