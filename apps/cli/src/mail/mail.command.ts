import { Command } from 'commander';
import type { Host } from '../host/host';
import { previewCommand } from './preview.command';

/** `renewals mail …`: what mails say. */
export function mailCommand(host: Host): Command {
  return new Command('mail').description('See what mails say, in every language.').addCommand(previewCommand(host));
}
