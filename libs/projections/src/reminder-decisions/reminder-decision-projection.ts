import type { Projection } from '../runtime/projection';
import { rowProjection } from '../runtime/row-view';
import { reminderDecisionView } from './reminder-decision-view';
import { countReminders, reminderTallyTable } from './reminder-tally';

const ledger = rowProjection(reminderDecisionView);

/** The ledger, and what is counted of it. */
export const reminderDecisionProjection: Projection = {
  ...ledger,
  tables: [...ledger.tables, reminderTallyTable],
  apply: async (events, database) => {
    await countReminders(events, database);
    await ledger.apply(events, database);
  },
};
