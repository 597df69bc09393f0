import {
  type Address,
  addressStream,
  type ContactId,
  passwordLinkExpired,
  Refusal,
  requestPasswordLink,
  setPassword,
} from '@renewals/licensing';
import { type Clock, Credentials, derivedId } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Addresses } from '../organization/addresses';
import { type CommandContext, step } from '../runtime/context';
import { Policies } from '../runtime/policies';
import { Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { PasswordLinks } from './password-links';

/** Answers nothing: whether the address has an account is nobody's business. */
export class RequestPasswordLink extends Command<void> {
  constructor(
    readonly email: string,
    /** Of the vendor who writes. */
    readonly policy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestPasswordLink)
export class RequestPasswordLinkHandler implements ICommandHandler<RequestPasswordLink> {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ email, policy, context }: RequestPasswordLink): Promise<void> {
    const id = this.addresses.streamIdOf(email);
    const decision = { now: this.clock.now(), policy: this.policies.get(policy) };
    await this.streams.decide(addressStream, id, step(context, 'password-link', id), (address) =>
      requestPasswordLink(address, decision),
    );
  }
}

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

export class SetPassword extends Command<void> {
  constructor(
    /** The secret part of the mailed link. */
    readonly token: string,
    readonly password: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The hash is on disk before the event that names it; of two who use one link at once, one event is recorded. */
@CommandHandler(SetPassword)
export class SetPasswordHandler implements ICommandHandler<SetPassword> {
  constructor(
    private readonly streams: Streams,
    private readonly links: PasswordLinks,
    private readonly credentials: Credentials,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ token, password, context }: SetPassword): Promise<void> {
    const link = this.links.read(token, this.clock.now());
    if (!link) throw passwordLinkExpired();
    if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) throw unusable();
    const { address, generation } = link;
    const setting = step(context, 'password', address);
    const credentialId = derivedId('credential', setting.commandId);
    const { state: before } = await this.streams.read(addressStream, address);
    if (before.generation === generation) await this.credentials.keep({ id: credentialId, address }, password);
    await this.streams.decide(addressStream, address, setting, (state) =>
      setPassword(state, { generation, credentialId }),
    );
    const replaced = credentialOf(before);
    if (replaced !== undefined && replaced !== credentialId) this.credentials.forget(replaced);
  }
}

/** Whether people are let in by their password. */
@Injectable()
export class Passwords {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
    private readonly credentials: Credentials,
  ) {}

  /** Who signs in with it; `undefined` when nobody does, which takes as long. */
  async passwordMatches(email: string, password: string): Promise<ContactId | undefined> {
    const { state } = await this.streams.read(addressStream, this.addresses.streamIdOf(email));
    const matches = await this.credentials.matches(credentialOf(state), password);
    return matches && state.status === 'reserved' ? state.reservation.contactId : undefined;
  }

  /** Whoever has no password yet sets the first one before signing in (P). */
  async isSetupRequired(email: string): Promise<boolean> {
    const { state } = await this.streams.read(addressStream, this.addresses.streamIdOf(email));
    return state.status === 'reserved' && state.credentialId === undefined;
  }
}

function credentialOf(address: Address): string | undefined {
  return address.status === 'reserved' ? address.credentialId : undefined;
}

function unusable(): Refusal {
  return new Refusal(
    'INVALID_INPUT',
    `This cannot be a password. Choose one of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
  );
}
