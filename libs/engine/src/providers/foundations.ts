import { type Provider } from '@nestjs/common';
import { DocumentsOfRenewal, Pages } from '@renewals/automations';
import {
  AddressBook,
  Addresses,
  CalendarFeedLinks,
  CLOCK,
  Desk,
  ENTROPY,
  InvitationLinks,
  LicenseKeys,
  Newsletters,
  PasswordLinks,
  Passwords,
  Policies,
  ReminderLookups,
  Streams,
  Subjects,
  UnsubscribeLinks,
} from '@renewals/commands';
import { SqliteEventStore, Upcasting } from '@renewals/event-store';
import { eventCatalogue } from '@renewals/licensing';
import { Credentials, PersonalData, PersonKeys } from '@renewals/platform';
import { type Infrastructure, jitteredPause } from '../infrastructure';
import { INFRASTRUCTURE } from '../infrastructure.token';
import { openPolicies } from '../policies/open-policies';

/** What commands and reads stand on. */
export function foundations(infrastructure: Infrastructure): Provider[] {
  const { clock, entropy, secrets, policies, store, personal, personKeys, credentials, readOnly } = infrastructure;
  const upcasting = new Upcasting(eventCatalogue);
  const soleWriter = store instanceof SqliteEventStore;
  return [
    { provide: INFRASTRUCTURE, useValue: infrastructure },
    { provide: CLOCK, useValue: clock },
    { provide: ENTROPY, useValue: entropy },
    { provide: Upcasting, useValue: upcasting },
    { provide: Addresses, useValue: new Addresses(secrets.addresses) },
    { provide: PersonalData, useValue: personal },
    { provide: PersonKeys, useValue: personKeys },
    { provide: Credentials, useValue: credentials },
    { provide: LicenseKeys, useValue: new LicenseKeys(secrets.licenseKeys) },
    {
      provide: Streams,
      useValue: new Streams({ store, upcasting, personal, clock, pause: jitteredPause, soleWriter }),
    },
    {
      provide: Policies,
      useFactory: (streams: Streams) => openPolicies(streams, policies, { readOnly }),
      inject: [Streams],
    },
    {
      provide: AddressBook,
      useFactory: (streams: Streams, addresses: Addresses) => new AddressBook(streams, addresses, personKeys),
      inject: [Streams, Addresses],
    },
    { provide: InvitationLinks, useValue: new InvitationLinks(secrets.invitationLinks) },
    { provide: UnsubscribeLinks, useValue: new UnsubscribeLinks(secrets.unsubscribeLinks) },
    { provide: CalendarFeedLinks, useValue: new CalendarFeedLinks(secrets.calendarFeeds) },
    { provide: Pages, useValue: new Pages(portalUrlOf(infrastructure.configuration)) },
    {
      provide: PasswordLinks,
      useFactory: (streams: Streams) => new PasswordLinks(streams, secrets.passwordLinks),
      inject: [Streams],
    },
    {
      provide: Newsletters,
      useFactory: (streams: Streams, addresses: Addresses) => new Newsletters(streams, addresses),
      inject: [Streams, Addresses],
    },
    {
      provide: Passwords,
      useFactory: (streams: Streams, addresses: Addresses) => new Passwords(streams, addresses, credentials),
      inject: [Streams, Addresses],
    },
    {
      provide: Desk,
      useFactory: (streams: Streams, versions: Policies) => new Desk(streams, versions),
      inject: [Streams, Policies],
    },
    { provide: DocumentsOfRenewal, useFactory: (desk: Desk) => new DocumentsOfRenewal(desk), inject: [Desk] },
    { provide: Subjects, useFactory: (streams: Streams) => new Subjects(streams), inject: [Streams] },
    {
      provide: ReminderLookups,
      useFactory: (desk: Desk, subjects: Subjects) => new ReminderLookups(desk, subjects, clock),
      inject: [Desk, Subjects],
    },
  ];
}

function portalUrlOf({ PUBLIC_URL, HOST, PORT }: Infrastructure['configuration']): string {
  return PUBLIC_URL ?? `http://${HOST}:${PORT}`;
}
