import { type Policy, Refusal } from '@renewals/licensing';

/** A policy as it is configured, and the SHA-256 of its canonical JSON that orders keep. */
export interface ConfiguredPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/** The vendors that live in this engine. */
export class Policies {
  constructor(private readonly configured: ReadonlyMap<string, ConfiguredPolicy>) {}

  /** Throws `NOT_FOUND`, naming those that there are. */
  get(id: string): Policy {
    return this.find(id).policy;
  }

  hashOf(id: string): string {
    return this.find(id).hash;
  }

  get all(): ReadonlyMap<string, Policy> {
    return new Map([...this.configured].map(([id, { policy }]) => [id, policy]));
  }

  private find(id: string): ConfiguredPolicy {
    const found = this.configured.get(id);
    if (found) return found;
    const known = [...this.configured.keys()].join(', ');
    throw new Refusal('NOT_FOUND', `There is no policy ${id} in config/policies. Choose one of: ${known}.`);
  }
}
