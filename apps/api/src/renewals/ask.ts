import type { Desk } from '@renewals/commands';
import { askReseller, isUpToReseller } from '@renewals/licensing';
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { Caller } from '../identity/caller';

/** Whom a customer asks about a renewal that is not theirs to settle. */
export class AskDocument {
  @ApiPropertyOptional({ description: 'The reseller has its billing, and renews it.', enum: ['reseller'] })
  ask?: 'reseller';

  @ApiPropertyOptional({ example: 'This was bought through Softline, … Ask Softline about its renewal.' })
  advice?: string;
}

/** A reseller's customer who looks is told to ask the reseller (L); everybody else needs no advice. */
export async function adviceFor({ role }: Caller, licenseId: string, desk: Desk): Promise<AskDocument> {
  if (role !== 'customer') return {};
  const sold = await desk.licenseWithOrder(licenseId);
  return isUpToReseller(sold) ? { ask: 'reseller', advice: askReseller(sold.resellerName) } : {};
}
