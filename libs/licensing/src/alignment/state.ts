import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { AlignmentApplied, AlignmentApproved, AlignmentEvent, AlignmentProposed } from './events';

export type Alignment = NoAlignment | ProposedAlignment | ApprovedAlignment | AppliedAlignment | WithdrawnAlignment;

export interface NoAlignment {
  readonly status: 'none';
}

interface Shown {
  readonly proposal: AlignmentProposed['data'];
}

interface Agreed extends Shown {
  readonly approval: AlignmentApproved['data'];
}

export interface ProposedAlignment extends Shown {
  readonly status: 'proposed';
}

/** It is being applied. */
export interface ApprovedAlignment extends Agreed {
  readonly status: 'approved';
}

export interface AppliedAlignment extends Agreed {
  readonly status: 'applied';
  readonly application: AlignmentApplied['data'];
}

export interface WithdrawnAlignment extends Shown {
  readonly status: 'withdrawn';
}

function evolve(alignment: Alignment, event: AlignmentEvent): Alignment {
  switch (event.type) {
    case 'AlignmentProposed':
      if (alignment.status !== 'none') throw new EventOutOfPlace('alignment', event, alignment.status);
      return { status: 'proposed', proposal: event.data };
    case 'AlignmentApproved':
      return { status: 'approved', proposal: proposed(alignment, event).proposal, approval: event.data };
    case 'AlignmentApplied':
      if (alignment.status !== 'approved') throw new EventOutOfPlace('alignment', event, alignment.status);
      return { ...alignment, status: 'applied', application: event.data };
    case 'AlignmentWithdrawn':
      return { ...proposed(alignment, event), status: 'withdrawn' };
    default:
      throw new UnknownEvent('alignment', event);
  }
}

function proposed(alignment: Alignment, event: AlignmentEvent): ProposedAlignment {
  if (alignment.status !== 'proposed') throw new EventOutOfPlace('alignment', event, alignment.status);
  return alignment;
}

export const alignmentStream: StreamDefinition<Alignment, AlignmentEvent> = {
  category: 'alignment',
  initial: { status: 'none' },
  evolve,
};
