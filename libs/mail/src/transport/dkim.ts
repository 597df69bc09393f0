import { createPrivateKey, type KeyObject } from 'node:crypto';
import { BadConfiguration } from '@renewals/platform';
import type { DKIMOptions } from 'nodemailer/lib/dkim';
import { domainOf } from '../compose/message-id';

/** RFC 8301 3.2: verifiers do not accept shorter ones. */
const SHORTEST = 1024;

/** RFC 6376 5.4.1, and what RFC 8058 4 asks to be signed for the button that unsubscribes. */
const SIGNED = [
  ...['From', 'Sender', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted'],
].join(':');

/** Signs for a domain, in whose DNS the other half of the key is found under `selector._domainkey`. */
export class Dkim {
  private readonly key: KeyObject;

  /**
   * `pem`: an RSA key. `domain`: default the one of each mail's sender. Throws `BadConfiguration`, never with anything
   * of the key.
   */
  constructor(
    pem: string,
    private readonly selector: string,
    private readonly domain?: string,
  ) {
    this.key = signingKey(pem);
  }

  /** For a mail whose From is this address. */
  signatureFor(from: string): DKIMOptions {
    return {
      domainName: this.domain ?? domainOf(from),
      keySelector: this.selector,
      privateKey: this.key,
      headerFieldNames: SIGNED,
    };
  }
}

function signingKey(pem: string): KeyObject {
  const key = privateKey(pem);
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= SHORTEST) return key;
  throw new BadConfiguration('The file that DKIM_KEY_FILE names must hold an RSA key of 1024 bits or more.');
}

function privateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new BadConfiguration('The file that DKIM_KEY_FILE names holds no private key in PEM without a passphrase.');
  }
}
