import { hkdfSync } from 'node:crypto';
import { type Configuration, type DataDirectory, type Entropy, secretFrom, systemEntropy } from '@renewals/platform';

/** Each secret has one use. All are derived from the master key, which is all that has to be kept. */
export interface Secrets {
  /** Wraps the keys of persons. */
  readonly master: Buffer;
  /** Hides e-mail addresses in stream names. */
  readonly addresses: Buffer;
  /** Makes the keys of classic licenses. */
  readonly licenseKeys: Buffer;
  /** Signs the links by which passwords are set. In a virtual directory they follow from the seed, as its mails do. */
  readonly passwordLinks: Buffer;
  /** Proves that an invitation was followed from its mail. In a virtual directory it follows from the seed, too. */
  readonly invitationLinks: Buffer;
  /** Signs the links in reminders that end them. In a virtual directory it follows from the seed, too. */
  readonly unsubscribeLinks: Buffer;
  /** Signs the addresses of calendars. In a virtual directory it follows from the seed, too. */
  readonly calendarFeeds: Buffer;
  /** Signs bearer tokens and links. */
  readonly tokens: Buffer;
}

/**
 * The master key comes from the configuration, else from the data directory, where it is made at first use. That of a
 * virtual directory follows from its seed, which anybody may know: tokens for it are signed by a key that does not.
 */
export function secretsOf(configuration: Configuration, directory: DataDirectory, entropy: Entropy): Secrets {
  const master = configuration.MASTER_KEY
    ? Buffer.from(configuration.MASTER_KEY, 'base64')
    : secretFrom(directory.masterKey, () => entropy.bytes('directory', 'master-key', 0, 32));
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `renewals ${use}`, 32));
  return {
    master,
    addresses: derived('addresses'),
    licenseKeys: derived('license keys'),
    passwordLinks: derived('password links'),
    invitationLinks: derived('invitation links'),
    unsubscribeLinks: derived('unsubscribe links'),
    calendarFeeds: derived('calendar feeds'),
    tokens: directory.identity.virtual
      ? secretFrom(directory.signingKey, () => systemEntropy.bytes('directory', 'signing-key', 0, 32))
      : derived('tokens'),
  };
}
