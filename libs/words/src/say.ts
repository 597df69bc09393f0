import type { Messages } from './messages';

/** What can be said, as `config/locales/en.yaml` names it: `reminder.calm`. */
export type MessageKey = keyof Messages;

/** What has to be told for it: nothing, or each variable of the message by its name; of several keys, those of all. */
export type ValuesOf<Key extends MessageKey> = keyof AllOf<Messages[Key]> extends never
  ? []
  : [values: AllOf<Messages[Key]>];

type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
