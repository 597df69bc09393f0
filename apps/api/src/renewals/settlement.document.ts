import { type Balance, balanceOf, type Bill, paymentMethods, type Settlement, settlementOf } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument } from '../reading/documents';

export class PaymentDocument {
  @ApiProperty({ example: 'TX-20260211-7' })
  paymentId!: string;

  @ApiProperty({ type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiProperty({ enum: paymentMethods, enumName: 'PaymentMethod' })
  method!: string;

  @ApiProperty({ example: '2026-02-11' })
  paidOn!: string;

  @ApiPropertyOptional({ description: 'Why it bounced, if it did.' })
  reversedBecause?: string;
}

export class CreditedLineDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiPropertyOptional({ description: 'The first day that it gives back, where it was counted by days.' })
  unusedFrom?: string;
}

export class CreditDocument {
  @ApiProperty({ format: 'uuid' })
  creditId!: string;

  @ApiProperty({ type: [CreditedLineDocument] })
  lines!: CreditedLineDocument[];

  @ApiProperty()
  reason!: string;
}

/** invoiced − credited = paid − reversed + open − refundable */
export class BalanceDocument implements Balance {
  @ApiProperty({ type: MoneyDocument })
  invoiced!: MoneyDocument;

  @ApiProperty({ description: 'All that came in, also what bounced.', type: MoneyDocument })
  paid!: MoneyDocument;

  @ApiProperty({ type: MoneyDocument })
  reversed!: MoneyDocument;

  @ApiProperty({ type: MoneyDocument })
  credited!: MoneyDocument;

  @ApiProperty({ description: 'Still to come in.', type: MoneyDocument })
  open!: MoneyDocument;

  @ApiProperty({ description: 'Came in and was credited later: it goes back.', type: MoneyDocument })
  refundable!: MoneyDocument;
}

const settlements: readonly Settlement[] = ['unpaid', 'partly-paid', 'settled', 'refundable'];

/** How the invoice stands. */
export class SettlementDocument {
  @ApiProperty({ enum: settlements, enumName: 'Settlement' })
  status!: Settlement;

  @ApiProperty({ type: BalanceDocument })
  balance!: BalanceDocument;

  @ApiProperty({ type: [PaymentDocument] })
  payments!: PaymentDocument[];

  @ApiProperty({ type: [CreditDocument] })
  credits!: CreditDocument[];
}

export function settlementDocument(bill: Bill): SettlementDocument {
  const balance = balanceOf(bill);
  return {
    status: settlementOf(balance),
    balance,
    payments: bill.payments.map(({ paymentId, amount, method, paidOn, reversal }) => ({
      paymentId,
      amount,
      method,
      paidOn,
      ...(reversal && { reversedBecause: reversal.reason }),
    })),
    credits: bill.credits.map(({ creditId, lines, reason }) => ({
      creditId,
      lines: lines.map(({ subject, amount, unused }) => ({
        licenseId: subject.id,
        amount,
        ...(unused && { unusedFrom: unused.from }),
      })),
      reason,
    })),
  };
}
