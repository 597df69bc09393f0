import { commandHandlers } from '@renewals/commands';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { onFault } from './faults';
import type { Infrastructure } from './infrastructure';
import { findingOut } from './providers/finding-out';
import { foundations } from './providers/foundations';
import { mailing } from './providers/mailing';
import { reads } from './providers/reads';
import { returnedMails } from './providers/returned-mails';
import { work } from './providers/work';

/** Puts the rooms together over an open infrastructure. The commands are on the `CommandBus`. */
@Module({})
export class EngineModule {
  static over(infrastructure: Infrastructure): DynamicModule {
    const providers = [
      ...foundations(infrastructure),
      ...reads(infrastructure),
      ...findingOut(infrastructure),
      ...returnedMails(infrastructure, onFault),
      ...mailing(infrastructure),
      ...work(infrastructure),
    ];
    return {
      module: EngineModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...providers, ...commandHandlers],
      exports: [CqrsModule, ...providers.map((provider) => (provider as { provide: symbol }).provide)],
    };
  }
}
