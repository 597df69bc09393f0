import {
  type AlignTerm,
  type AtTime,
  type DomainEvent,
  type IsoDate,
  type LicenseId,
  type LicenseIssued,
  type Money,
  type OfOrder,
  type OpenRenewal,
  type ReleaseRenewal,
  type Renewable,
  type RenewalId,
  type Subject,
} from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../runtime/context';
import type { LicenseOnDesk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { type Contract, licenseKind, maintenanceKind, type SubjectKind } from './kinds';

/** The stream of a renewal's subject, whichever kind it is of. */
export interface SubjectStream {
  /** Price of one unit of quota for one period. */
  unitPrice(grant: LicenseIssued['data']): Money;
  /** The term that ends on the day, else the last one; none where nothing of it expires. */
  renewable(expiresOn?: IsoDate): Promise<Renewable | undefined>;
  /** The renewal that holds it, if one does. */
  claim(): Promise<Renewable['claim']>;
  /** Throws the refusal that `open` would meet now. */
  refuseToOpen(command: OpenRenewal, decision: OfOrder): Promise<void>;
  open(command: OpenRenewal, decision: OfOrder, context: CommandContext): Promise<Outcome>;
  release(command: ReleaseRenewal, context: CommandContext): Promise<Outcome>;
  /** What the renewal put on record to follow, if it did. */
  contract(renewalId: RenewalId): Promise<Contract | undefined>;
  /** Records that a term is over. */
  recordEnd(decision: AtTime, context: CommandContext): Promise<Outcome>;
  /** Throws the refusal that `align` would meet now. */
  refuseToAlign(command: AlignTerm, decision: AtTime): Promise<void>;
  align(command: AlignTerm, decision: AtTime, context: CommandContext): Promise<Outcome>;
}

/** Licenses and maintenance are renewed by the same steps; this is where they part. */
@Injectable()
export class Subjects {
  constructor(private readonly streams: Streams) {}

  /** What of a license is renewed: its own term, or the maintenance of a perpetual one. */
  renewedOf({ grant: { kind, licenseId: id } }: LicenseOnDesk['license']): Subject {
    return { kind: kind === 'perpetual' ? 'maintenance' : 'license', id };
  }

  of({ kind, id }: Subject): SubjectStream {
    return kind === 'license'
      ? new StreamOfKind(licenseKind, id, this.streams)
      : new StreamOfKind(maintenanceKind, id, this.streams);
  }
}

class StreamOfKind<State, Event extends DomainEvent> implements SubjectStream {
  constructor(
    private readonly kind: SubjectKind<State, Event>,
    private readonly id: LicenseId,
    private readonly streams: Streams,
  ) {}

  unitPrice(grant: LicenseIssued['data']): Money {
    return this.kind.unitPrice(grant);
  }

  async renewable(expiresOn?: IsoDate): Promise<Renewable | undefined> {
    return this.kind.renewable(await this.state(), expiresOn);
  }

  async claim(): Promise<Renewable['claim']> {
    return this.kind.claim(await this.state());
  }

  async refuseToOpen(command: OpenRenewal, decision: OfOrder): Promise<void> {
    this.kind.open(await this.state(), command, decision);
  }

  open(command: OpenRenewal, decision: OfOrder, context: CommandContext): Promise<Outcome> {
    return this.decide(context, (state) => this.kind.open(state, command, decision));
  }

  release(command: ReleaseRenewal, context: CommandContext): Promise<Outcome> {
    return this.decide(context, (state) => this.kind.release(state, command));
  }

  async contract(renewalId: RenewalId): Promise<Contract | undefined> {
    return this.kind.contract(await this.state(), renewalId);
  }

  recordEnd(decision: AtTime, context: CommandContext): Promise<Outcome> {
    return this.decide(context, (state) => this.kind.recordEnd(state, {}, decision));
  }

  async refuseToAlign(command: AlignTerm, decision: AtTime): Promise<void> {
    this.kind.align(await this.state(), command, decision);
  }

  align(command: AlignTerm, decision: AtTime, context: CommandContext): Promise<Outcome> {
    return this.decide(context, (state) => this.kind.align(state, command, decision));
  }

  private decide(context: CommandContext, decide: (state: State) => readonly Event[]): Promise<Outcome> {
    return this.streams.decide(this.kind.stream, this.id, context, decide);
  }

  private async state(): Promise<State> {
    return (await this.streams.read(this.kind.stream, this.id)).state;
  }
}
