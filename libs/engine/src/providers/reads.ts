import { type Provider } from '@nestjs/common';
import { Policies } from '@renewals/commands';
import {
  ContactCompanies,
  Licenses,
  Notices,
  OrderAlerts,
  OrderContacts,
  Orders,
  Pipeline,
  ReminderDecisions,
  Renewals,
  SalesTasks,
  SentMails,
  UpcomingRenewals,
} from '@renewals/projections';
import { type Infrastructure } from '../infrastructure';

/** The views. */
export function reads({ database }: Infrastructure): Provider[] {
  return [
    { provide: Licenses, useValue: new Licenses(database) },
    {
      provide: UpcomingRenewals,
      useFactory: (policies: Policies) => new UpcomingRenewals(database, policies.all),
      inject: [Policies],
    },
    {
      provide: Pipeline,
      useFactory: (policies: Policies) => new Pipeline(database, policies.all),
      inject: [Policies],
    },
    { provide: Renewals, useValue: new Renewals(database) },
    { provide: SalesTasks, useValue: new SalesTasks(database) },
    { provide: ReminderDecisions, useValue: new ReminderDecisions(database) },
    { provide: OrderContacts, useValue: new OrderContacts(database) },
    { provide: Orders, useValue: new Orders(database) },
    { provide: Notices, useValue: new Notices(database) },
    { provide: OrderAlerts, useValue: new OrderAlerts(database) },
    { provide: SentMails, useValue: new SentMails(database) },
    { provide: ContactCompanies, useValue: new ContactCompanies(database) },
  ];
}
