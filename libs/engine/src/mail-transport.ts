import {
  LimitedPace,
  MailFolder,
  type MailTransport,
  type Pace,
  Dkim,
  Redirected,
  SmtpTransport,
} from '@renewals/mail';
import { type Configuration, configuredFile } from '@renewals/platform';
import { type Infrastructure, jitterOf } from './infrastructure';

type MailInfrastructure = Pick<Infrastructure, 'configuration' | 'identity' | 'directory'>;

/**
 * What mails are given to. Files without a server, and in a virtual directory, which never sends real mail. `warn` hears
 * what somebody should not forget. Throws `BadConfiguration`.
 */
export function transportOf(
  { configuration, identity, directory }: MailInfrastructure,
  warn: (sentence: string) => void,
): MailTransport {
  const { SMTP_URL, MAIL_REDIRECT_TO } = configuration;
  if (!SMTP_URL || identity.virtual) return new MailFolder(directory.mail);
  const smtp = smtpTransport(SMTP_URL, configuration);
  if (!MAIL_REDIRECT_TO) return smtp;
  warn('MAIL_REDIRECT_TO is set: every mail goes to that address, and none to the people whom it is for.');
  return new Redirected(smtp, MAIL_REDIRECT_TO);
}

function smtpTransport(url: string, configuration: Configuration): SmtpTransport {
  const { SMTP_CA_FILE, SMTP_CONNECTIONS, DKIM_KEY_FILE, DKIM_SELECTOR, DKIM_DOMAIN } = configuration;
  const ca = SMTP_CA_FILE && configuredFile('SMTP_CA_FILE', SMTP_CA_FILE);
  const dkim =
    DKIM_KEY_FILE && DKIM_SELECTOR
      ? new Dkim(configuredFile('DKIM_KEY_FILE', DKIM_KEY_FILE), DKIM_SELECTOR, DKIM_DOMAIN)
      : undefined;
  return new SmtpTransport(url, { ca, dkim, connections: SMTP_CONNECTIONS });
}

/** Files need no pace, and what it keeps in memory would tell a virtual life that was interrupted from one that was not. */
export function paceOf({ configuration, identity, entropy }: Infrastructure): Pace {
  const { MAIL_PER_SECOND, MAIL_PER_DOMAIN_PER_MINUTE, MAIL_PER_ADDRESS_PER_HOUR } = configuration;
  const limits = {
    perSecond: MAIL_PER_SECOND,
    perDomainPerMinute: MAIL_PER_DOMAIN_PER_MINUTE,
    perAddressPerHour: MAIL_PER_ADDRESS_PER_HOUR,
  };
  return new LimitedPace(identity.virtual ? {} : limits, (failure) => jitterOf(entropy, 'mail server', failure));
}

/** Whether mail is handed to anybody at all. A virtual directory's goes into its folder. */
export function isDelivering({ configuration, identity }: Infrastructure): boolean {
  return identity.virtual !== undefined || configuration.MAIL_DELIVERY === 'on';
}
