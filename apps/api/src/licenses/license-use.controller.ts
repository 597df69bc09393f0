import { type LicenseId, Refusal } from '@renewals/licensing';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, readers, renewers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { LicenseKeyDocument, UpgradeEligibilityDocument } from './answers';
import { LicenseUse } from './license-use';

@ApiTags('licenses')
@ApiBearerAuth()
@Controller('licenses/:id')
export class LicenseUseController {
  constructor(
    private readonly reach: Reach,
    private readonly use: LicenseUse,
  ) {}

  @Get('upgrade-eligibility')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readUpgradeEligibility', summary: 'Whether an upgrade is free, and until when' })
  @ApiOkResponse({ type: UpgradeEligibilityDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async upgradeEligibility(@Param('id') id: LicenseId, @From() caller: Caller): Promise<UpgradeEligibilityDocument> {
    return this.use.upgradeEligibility(await this.reach.license(id, caller));
  }

  @Get('key')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'readLicenseKey', summary: 'The key of a classic license, once it was generated' })
  @ApiOkResponse({ type: LicenseKeyDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async key(@Param('id') id: LicenseId, @From() caller: Caller): Promise<LicenseKeyDocument> {
    const key = this.use.key(await this.reach.license(id, caller));
    if (key) return key;
    throw new Refusal(
      'NOT_FOUND',
      'This license has no key. A classic license gets its key when its term starts: see the term in Order > Full License.',
    );
  }
}
