import { plainToInstance } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, Min, validateSync } from 'class-validator';

/** What the environment decides. Validated once, at start; nothing else reads `process.env`. */
export class Configuration {
  /** Directory of everything that is kept. */
  @IsString()
  DATA_DIR = './.data';

  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Where people reach this server; links in mails begin with it. Default: `http://HOST:PORT`. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+$/, { message: 'PUBLIC_URL must be like https://renewals.example, without a path' })
  PUBLIC_URL?: string;

  /** `esdb://…` or `esdb+discover://…`; without it events are kept in the data directory. */
  @IsOptional()
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/, { message: 'EVENT_STORE must be like esdb://host:2113?tls=true' })
  EVENT_STORE?: string;

  @IsOptional()
  @IsString()
  EVENT_STORE_USER?: string;

  @IsOptional()
  @IsString()
  EVENT_STORE_PASSWORD?: string;

  /** File with the certificate authority of the event store. */
  @IsOptional()
  @IsString()
  EVENT_STORE_CA_FILE?: string;

  /** `smtp://…` or `smtps://…`; without it mails are files in the data directory. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'SMTP_URL must be like smtps://user:password@host:465' })
  SMTP_URL?: string;

  /** 32 bytes in base64. Wraps the keys of personal data. Default: made at first start, in the data directory. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)' })
  MASTER_KEY?: string;

  @Matches(/^(fatal|error|warn|info|debug|trace|silent)$/)
  LOG_LEVEL = 'info';
}

/** The configuration is unusable; the message names each setting, what is wrong, and never its value. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

export function configurationFrom(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.keys(new Configuration())
    .map((name) => [name, environment[name]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const plain = Object.fromEntries(given.map(([name, value]) => [name, name === 'PORT' ? Number(value) : value]));
  const configuration = plainToInstance(Configuration, plain);
  const faults = validateSync(configuration, { validationError: { value: false, target: false } });
  if (faults.length > 0) {
    const sentences = faults.flatMap(({ constraints = {} }) => Object.values(constraints));
    throw new BadConfiguration(`The configuration cannot be used: ${sentences.join('; ')}.`);
  }
  return configuration;
}
