import { type Policy, type PolicyBook, type PolicyVersion, Refusal, UnknownPolicyVersion } from '@renewals/licensing';

/** A policy as its file says it, and the SHA-256 of its canonical JSON, hex. */
export interface ConfiguredPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/** The vendors that this engine was configured for. */
export class ConfiguredPolicies {
  constructor(private readonly byId: ReadonlyMap<string, ConfiguredPolicy>) {}

  /** Throws `NOT_FOUND`, naming those that there are. */
  get(id: string): Policy {
    return this.find(id).policy;
  }

  hashOf(id: string): string {
    return this.find(id).hash;
  }

  get all(): readonly ConfiguredPolicy[] {
    return [...this.byId.values()];
  }

  private find(id: string): ConfiguredPolicy {
    const found = this.byId.get(id);
    if (found) return found;
    const known = [...this.byId.keys()].join(', ');
    throw new Refusal('NOT_FOUND', `There is no policy ${id}. Choose one of: ${known}.`);
  }
}

/** Every version of a policy that this engine or one before it was started with. */
export class Policies {
  constructor(
    private readonly configured: ConfiguredPolicies,
    private readonly book: PolicyBook,
  ) {}

  /** What new orders get. Throws `NOT_FOUND`, naming those that there are. */
  get(id: string): Policy {
    return this.configured.get(id);
  }

  hashOf(id: string): string {
    return this.configured.hashOf(id);
  }

  /** What an order keeps, also when its file has changed or gone since. Throws `UnknownPolicyVersion`. */
  readonly of = (version: PolicyVersion): Policy => {
    const found = this.book.versions.get(version.policyHash);
    if (found?.id !== version.policy) throw new UnknownPolicyVersion(version);
    return found;
  };

  /** The newest version of each, by id; of one whose file has gone, the last that there was. */
  get all(): ReadonlyMap<string, Policy> {
    const policies = [...this.book.versions.values(), ...this.configured.all.map(({ policy }) => policy)];
    return new Map(policies.map((policy) => [policy.id, policy]));
  }

  /** In the order in which engines were first started with them. */
  get versions(): readonly PolicyVersion[] {
    return [...this.book.versions].map(([policyHash, { id }]) => ({ policy: id, policyHash }));
  }

  /** Whether new orders get it. */
  isNewest({ policy, policyHash }: PolicyVersion): boolean {
    return this.configured.all.some(({ policy: { id }, hash }) => id === policy && hash === policyHash);
  }
}
