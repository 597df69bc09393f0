import { Desk, Streams } from '@renewals/commands';
import { firstLine, renewalStream } from '@renewals/licensing';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import { adviceFor } from './ask';
import { forCustomer, type RenewalDocument, renewalDocument } from './renewal.document';

export class FindRenewal extends Query<RenewalDocument> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly atLeast?: number,
  ) {
    super();
  }
}

/** Read from its stream, so it is never behind. */
@QueryHandler(FindRenewal)
export class FindRenewalHandler implements IQueryHandler<FindRenewal> {
  constructor(
    private readonly reach: Reach,
    private readonly desk: Desk,
    private readonly streams: Streams,
    private readonly ownWrites: OwnWrites,
  ) {}

  async execute({ id, caller, atLeast }: FindRenewal): Promise<RenewalDocument> {
    const renewal = await this.reach.renewal(id, caller);
    const { revision } = await this.ownWrites.atLeast(atLeast, () => this.streams.read(renewalStream, id));
    const document = renewalDocument(id, renewal, revision);
    if (caller.role !== 'customer') return document;
    return forCustomer(document, await adviceFor(caller, firstLine(renewal).subject.id, this.desk));
  }
}
