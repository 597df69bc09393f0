import { noSuchAlignment, Streams } from '@renewals/commands';
import { alignmentStream } from '@renewals/licensing';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import { type AlignmentDocument, alignmentDocument } from './alignment.document';

export class FindAlignment extends Query<AlignmentDocument> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly atLeast?: number,
  ) {
    super();
  }
}

/** Read from its stream, so it is never behind. */
@QueryHandler(FindAlignment)
export class FindAlignmentHandler implements IQueryHandler<FindAlignment> {
  constructor(
    private readonly reach: Reach,
    private readonly streams: Streams,
    private readonly ownWrites: OwnWrites,
  ) {}

  async execute({ id, caller, atLeast }: FindAlignment): Promise<AlignmentDocument> {
    await this.reach.alignment(id, caller);
    const { state, revision } = await this.ownWrites.atLeast(atLeast, () => this.streams.read(alignmentStream, id));
    if (state.status === 'none') throw noSuchAlignment();
    return alignmentDocument(state, revision);
  }
}
