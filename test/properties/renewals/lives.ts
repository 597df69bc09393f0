import { type ChannelPolicy, instantAt, type Term } from '@renewals/licensing';
import fc from 'fast-check';
import type { Lives } from '../lives';
import { aligning } from './acts/aligning';
import { owning } from './acts/owning';
import { renewing } from './acts/renewing';
import { settling } from './acts/settling';
import { Desk } from './desk';
import { anyTerm, anyTerms } from './sold';

/** Everything that may be done at a desk. */
export const deskLives: Lives<Desk, { readonly term: Term; readonly terms: ChannelPolicy }> = {
  beginnings: fc.record({ term: anyTerm, terms: anyTerms }),
  begin: ({ term, terms }) => new Desk(instantAt(term.startsOn, 12, term.zone), term, terms),
  acts: { ...renewing, ...settling, ...aligning, ...owning },
  journeys: [
    ['open', 'approve', 'commit', 'invoice', 'provision', 'expire', 'provision'],
    ['openAll', 'quote', 'accept', 'commit', 'invoice', 'provision', 'expire', 'provision'],
    ['openAll', 'approve', 'commit', 'invoice', 'payInPart', 'pay', 'provision', 'credit', 'creditUnused', 'bounce'],
    ['openBySales', 'authorizeFromExpiry', 'approve', 'commit', 'invoice', 'provision'],
    ['openBySales', 'authorizeFromNow', 'approve', 'commit', 'invoice', 'provision'],
    ['open', 'quote', 'withdrawExpired', 'provision', 'expire'],
    ['open', 'approve', 'waitForEdge', 'expire', 'withdrawExpired'],
    ['proposeAll', 'approveAlignments', 'applyAlignments', 'expire'],
    ['expire', 'propose', 'approveAlignments', 'applyAlignments'],
    ['proposeAll', 'propose', 'approveAlignments', 'applyAlignments'],
    ['propose', 'approveAlignments', 'applyAlignments', 'open', 'approve', 'invoice', 'provision'],
    ['expire', 'reactivate', 'open', 'approve', 'invoice', 'provision'],
    ['open', 'approve', 'commit', 'invoice', 'terminate', 'withdrawTerminated', 'provision'],
    ['enableBilling', 'cancelBilling', 'resumeBilling'],
    ['enableBilling', 'waitForEdge', 'cancelBilling'],
    ['open', 'waitForEdge', 'approve', 'commit', 'invoice', 'provision', 'waitForEdge', 'provision', 'expire'],
  ],
};
