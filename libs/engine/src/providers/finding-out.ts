import { GoLivePreview, ReminderExplanations, ReminderForecast, RemindersBehind } from '@renewals/automations';
import { AddressBook, Desk, ReminderLookups, Streams, Subjects } from '@renewals/commands';
import { Upcasting } from '@renewals/event-store';
import { SendTimes } from '@renewals/mail';
import { ReminderDecisions, ReminderTallies } from '@renewals/projections';
import type { Provider } from '@nestjs/common';
import type { Infrastructure } from '../infrastructure';
import { isDelivering } from '../mail-transport';

/** Answers to questions about reminders: why one came or did not, and which are to come. They read only. */
export function findingOut(infrastructure: Infrastructure): Provider[] {
  const { store, database, clock } = infrastructure;
  return [
    { provide: ReminderTallies, useValue: new ReminderTallies(database) },
    { provide: RemindersBehind, useValue: new RemindersBehind(database) },
    { provide: SendTimes, useValue: new SendTimes() },
    {
      provide: ReminderExplanations,
      useFactory: (
        upcasting: Upcasting,
        streams: Streams,
        desk: Desk,
        subjects: Subjects,
        lookups: ReminderLookups,
        ledger: ReminderDecisions,
        book: AddressBook,
      ) =>
        new ReminderExplanations({
          ...{ store, database, clock, upcasting, streams, desk, subjects, lookups, ledger, book },
          delivery: isDelivering(infrastructure) ? 'on' : 'off',
        }),
      inject: [Upcasting, Streams, Desk, Subjects, ReminderLookups, ReminderDecisions, AddressBook],
    },
    {
      provide: ReminderForecast,
      useFactory: (streams: Streams, desk: Desk, lookups: ReminderLookups) =>
        new ReminderForecast({ database, streams, desk, lookups, clock }),
      inject: [Streams, Desk, ReminderLookups],
    },
    {
      provide: GoLivePreview,
      useFactory: (desk: Desk, forecast: ReminderForecast) => new GoLivePreview(database, desk, forecast),
      inject: [Desk, ReminderForecast],
    },
  ];
}
