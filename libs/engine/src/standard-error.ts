import { ConsoleLogger } from '@nestjs/common';

/** Whatever is logged goes to stderr: on stdout are only the documents that a command was asked for. */
export class StandardError extends ConsoleLogger {
  protected override printMessages(...[messages, context, level]: Parameters<ConsoleLogger['printMessages']>): void {
    super.printMessages(messages, context, level, 'stderr');
  }
}
