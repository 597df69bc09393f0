import { ApiProperty } from '@nestjs/swagger';
import { RevisionAnswer } from '../commanding/answers';
import { RefusedLineDocument } from './renewal-parts.document';

export class RequestedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  renewalId!: string;

  @ApiProperty({ description: 'Lines that were not taken, and why.', type: [RefusedLineDocument] })
  refused!: RefusedLineDocument[];
}

export class QuotedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  quoteId!: string;
}

export class InvoicedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  invoiceId!: string;
}

export class CreditedAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  creditId!: string;
}
