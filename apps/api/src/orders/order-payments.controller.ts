import { Desk, RecordOrderPayment, ReverseOrderPayment } from '@renewals/commands';
import { type IsoDate, isoDate, type OrderId, type PaymentMethod, paymentMethods } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { AmountBody } from '../commanding/money.body';
import { Allow, desk } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { refuseForeignPolicy } from '../identity/foreign-policy';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';

export class OrderPaymentBody {
  @ApiProperty({ type: AmountBody })
  @ValidateNested()
  @Type(() => AmountBody)
  @IsNotEmpty()
  amount!: AmountBody;

  @ApiProperty({ enum: paymentMethods })
  @IsIn(paymentMethods)
  method!: PaymentMethod;

  @ApiProperty({ description: 'When the money came.', example: '2026-03-09' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'receivedOn must be a date such as 2026-03-09' })
  receivedOn!: IsoDate;

  @ApiPropertyOptional({ description: 'Of the bank, the check or the provider.', example: 'CHK-1001' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference?: string;
}

export class OrderPaymentReversalBody {
  @ApiProperty({ example: 'the check was not covered' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class OrderPaymentAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;
}

@ApiTags('orders')
@ApiBearerAuth()
@Controller('orders/:id/payments')
export class OrderPaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
  ) {}

  @Post()
  @Allow(...desk)
  @ApiOperation({ operationId: 'recordOrderPayment', summary: 'Record that money came, all of it or a part' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: OrderPaymentAnswer })
  @Problems('NOT_FOUND', 'INVALID_DATE', 'REVISION_CONFLICT')
  async record(
    @Param('id') id: OrderId,
    @Body() { receivedOn, ...body }: OrderPaymentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderPaymentAnswer> {
    const payment = { ...body, receivedOn: isoDate(receivedOn) };
    await this.reachOrder(id, request);
    const command = new RecordOrderPayment(id, payment, contextOf(request));
    const { revision, paymentId } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision, paymentId };
  }

  @Post(':paymentId/reversal')
  @Allow(...desk)
  @ApiOperation({ operationId: 'reverseOrderPayment', summary: 'Record that a payment bounced' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async reverse(
    @Param('id') id: OrderId,
    @Param('paymentId') paymentId: string,
    @Body() { reason }: OrderPaymentReversalBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.reachOrder(id, request);
    const { revision } = await this.commands.execute(
      new ReverseOrderPayment(id, paymentId, reason, contextOf(request)),
    );
    void reply.header('etag', etagOf(revision));
    return { revision };
  }

  private async reachOrder(id: OrderId, request: FastifyRequest): Promise<void> {
    const { id: policy } = await this.desk.policyOfOrder(id);
    refuseForeignPolicy(policy, callerOf(request));
  }
}
