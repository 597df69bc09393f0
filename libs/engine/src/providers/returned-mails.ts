import { ReturnedMails } from '@renewals/automations';
import { RevisionConflict, StoreUnavailable } from '@renewals/event-store';
import { ReportFolder } from '@renewals/mail';
import { ContactCompanies, SentMails } from '@renewals/projections';
import type { Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Infrastructure } from '../infrastructure';

/** Takes in what others say of the mails that went out. */
export function returnedMails({ directory }: Infrastructure, onFault: (error: Error) => void): Provider[] {
  return [
    {
      provide: ReturnedMails,
      useFactory: (commands: CommandBus, sentMails: SentMails, companies: ContactCompanies) =>
        new ReturnedMails(commands, sentMails, companies),
      inject: [CommandBus, SentMails, ContactCompanies],
    },
    {
      provide: ReportFolder,
      useFactory: (returned: ReturnedMails) =>
        new ReportFolder(directory.bounces, {
          record: async (raw) => [(await returned.record(raw, { type: 'automation', id: 'bounces' })).contactId],
          isPassing: (error) => error instanceof StoreUnavailable || error instanceof RevisionConflict,
          onFault,
        }),
      inject: [ReturnedMails],
    },
  ];
}
