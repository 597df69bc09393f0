import { z } from 'zod';
import { BadConfiguration, faultsOf } from './bad-configuration';

/** What the environment decides. Validated once, at start; nothing else reads `process.env`. */
const environment = z.object({
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
  /** Wraps the keys of personal data. Default: made at first start, in the data directory. */
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Configuration = Readonly<z.infer<typeof environment>>;

/** Throws `BadConfiguration`, which names each setting and what is wrong, and never its value. */
export function configurationFrom(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '');
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  throw new BadConfiguration(`The environment cannot be used: ${faultsOf(parsed.error)}.`);
}
