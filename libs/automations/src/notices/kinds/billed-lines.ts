import type { Desk, LicenseOnDesk } from '@renewals/commands';
import type { Line, Organization } from '@renewals/licensing';

/** A line of a renewal, with what surrounds its license: `billingRecipientsOf` says who is billed for it. */
export interface BilledLine extends LicenseOnDesk {
  readonly line: Line;
  readonly reseller?: Organization;
}

export function billedLines({ lines }: { readonly lines: readonly Line[] }, desk: Desk): Promise<BilledLine[]> {
  return Promise.all(
    lines.map(async (line) => {
      const found = await desk.licenseWithOrder(line.subject.id);
      const { resellerId } = found.order.placement;
      return { ...found, line, ...(resellerId && { reseller: await desk.organization(resellerId) }) };
    }),
  );
}

/** What the line paid for: its successor, or where maintenance is renewed the license itself. None where it failed. */
export async function renewedLicense(
  { line, license }: BilledLine,
  desk: Desk,
): Promise<LicenseOnDesk['license'] | undefined> {
  if (line.progress !== 'completed') return undefined;
  if (line.subject.kind === 'maintenance') return license;
  const successorId = 'successor' in license ? license.successor?.successorId : undefined;
  const successor = successorId && (await desk.license(successorId));
  return successor && successor.status !== 'unissued' ? successor : undefined;
}
