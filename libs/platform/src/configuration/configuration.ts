import { z } from 'zod';
import { BadConfiguration, faultsOf } from './bad-configuration';

const dnsName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'must be a name of the DNS');
const atLeastOne = z.coerce.number().int().min(1, 'must be a whole number from 1');

/** What the environment decides. Validated once, at start; nothing else reads `process.env`. */
const environment = z
  .object({
    /** Directory of everything that is kept. */
    DATA_DIR: z.string().default('./.data'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** Where people reach this server; links in mails begin with it. Default: `http://HOST:PORT`. */
    PUBLIC_URL: z
      .string()
      .regex(/^https?:\/\/[^\s/]+$/, 'must be like https://renewals.example, without a path')
      .optional(),
    /** Folder of policies, a file for each vendor. Default: `config/policies` of this program. */
    POLICY_DIR: z.string().optional(),
    /** Without it events are kept in the data directory. */
    EVENT_STORE: z
      .string()
      .regex(/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/, 'must be like esdb://host:2113?tls=true')
      .optional(),
    EVENT_STORE_USER: z.string().optional(),
    EVENT_STORE_PASSWORD: z.string().optional(),
    /** File with the certificate authority of the event store. */
    EVENT_STORE_CA_FILE: z.string().optional(),
    /** Without it mails are files in the data directory. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'must be like smtps://user:password@host:465')
      .optional(),
    /** File with the certificate authority of the mail server. Default: those that this machine trusts. */
    SMTP_CA_FILE: z.string().optional(),
    /** Mails under way at a time: so many may come twice when the process dies. */
    SMTP_CONNECTIONS: atLeastOne.default(1),
    /** `off`: what is to be sent is decided and waits, nothing is handed to a server. */
    MAIL_DELIVERY: z.enum(['on', 'off']).default('on'),
    /** Every mail goes to this address instead. */
    MAIL_REDIRECT_TO: z.email().optional(),
    /** At most so many mails. Default: no limit. */
    MAIL_PER_SECOND: atLeastOne.optional(),
    MAIL_PER_DOMAIN_PER_MINUTE: atLeastOne.optional(),
    MAIL_PER_ADDRESS_PER_HOUR: atLeastOne.optional(),
    /** File with the private key, RSA in PEM, that signs mails; under which selector and domain its other half is published. */
    DKIM_KEY_FILE: z.string().optional(),
    DKIM_SELECTOR: dnsName.optional(),
    /** Default: the domain of each mail's sender. */
    DKIM_DOMAIN: dnsName.optional(),
    /** Wraps the keys of personal data. Default: made at first start, in the data directory. */
    MASTER_KEY: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((set) => (set.DKIM_KEY_FILE === undefined) === (set.DKIM_SELECTOR === undefined), {
    path: ['DKIM_KEY_FILE'],
    message: 'and DKIM_SELECTOR are set together',
  });

export type Configuration = Readonly<z.infer<typeof environment>>;

/** Throws `BadConfiguration`, which names each setting and what is wrong, and never its value. */
export function configurationFrom(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '');
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  throw new BadConfiguration(`The environment cannot be used: ${faultsOf(parsed.error)}.`);
}
