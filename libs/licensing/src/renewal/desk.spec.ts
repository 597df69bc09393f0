import {
  generateKey,
  issueSuccessor,
  type License,
  type LicenseEvent,
  licenseStream,
  openRenewal,
  recordExpiry,
  recordRenewed,
  releaseRenewal,
  terminateLicense,
} from '../license';
import { licenseActivated, licenseIssued } from '../license/examples.spec';
import { portalPolicy } from '../policy/examples.spec';
import type { DomainEvent } from '../shared/event';
import { bySupport, license, oldLicense } from '../shared/examples.spec';
import { Refusal } from '../shared/refusal';
import type { StreamDefinition } from '../shared/stream';
import type { Actor, Instant, LicenseId, RenewalId } from '../shared/words';
import { addDays, localDate, startsAt, type Term } from '../term';
import { completeLine, failLine } from './complete-line';
import { completeRenewal } from './complete-renewal';
import { contractTerm } from './contract-term';
import type { RenewalEvent, RenewalSource } from './events';
import { line } from './examples.spec';
import { renewalStream } from './renewal-stream';
import { requestRenewal } from './request-renewal';
import { startContract } from './start-contract';
import { isInvoiced, type Line, type Renewal } from './state';

/** One stream: its events, and the state that was folded along the way. */
export interface Stream<State, Event> {
  readonly events: Event[];
  state: State;
}

/** A renewal desk in memory: the streams, the clock, and what the automations do with a paid renewal. Not a spec. */
export class Desk {
  readonly licenses = new Map<LicenseId, Stream<License, LicenseEvent>>();
  readonly renewals: Stream<Renewal, RenewalEvent>[] = [];

  constructor(
    public now: Instant,
    readonly term: Term,
  ) {
    const first = this.licenseStream(oldLicense.id);
    this.decide(licenseStream, first, () => [
      licenseIssued({ delivery: 'classic', period: term.period }),
      licenseActivated(term),
    ]);
  }

  /** Claims the license and requests the renewal. A slow client may state an expiry that has passed. */
  open(id: LicenseId, source: RenewalSource, requestedBy: Actor, staleDays: number): void {
    const opened = this.licenseStream(id);
    if (opened.state.status === 'unissued' || !('term' in opened.state) || !opened.state.term) return;
    const { expiresOn, zone } = opened.state.term;
    const currentExpiresOn = addDays(expiresOn, -staleDays);
    const renewalId = `renewal ${this.renewals.length}` as RenewalId;
    const decision = { now: this.now, policy: portalPolicy, channel: 'store' } as const;
    const command = { renewalId, currentExpiresOn, source, requestedBy };
    if (this.decide(licenseStream, opened, (state) => openRenewal(state, command, decision)) === 'refused') return;
    const requested: Stream<Renewal, RenewalEvent> = { events: [], state: renewalStream.initial };
    this.renewals.push(requested);
    const lines = [line({ subject: { kind: 'license', id }, currentExpiresOn, zone })];
    this.renew(requested, (state) =>
      requestRenewal(
        state,
        { renewalId, source, requestedBy, lines, refused: [], channels: ['store'] },
        { now: this.now, policy: portalPolicy },
      ),
    );
  }

  renew(renewal: Stream<Renewal, RenewalEvent>, decide: (state: Renewal) => readonly RenewalEvent[]): void {
    this.decide(renewalStream, renewal, decide);
  }

  /** Provisions an invoiced renewal, starts its contract when that is due, and releases what has ended. */
  work(renewal: Stream<Renewal, RenewalEvent>): void {
    if (isInvoiced(renewal.state)) {
      for (const each of renewal.state.lines) {
        this.provision(renewal, each);
        this.start(renewal, each);
      }
      this.renew(renewal, (state) => completeRenewal(state, {}));
    }
    const [requested] = renewal.events;
    if (renewal.state.stage !== 'withdrawn' || requested?.type !== 'RenewalRequested') return;
    const { renewalId, lines } = requested.data;
    for (const { subject } of lines) {
      this.decide(licenseStream, this.licenseStream(subject.id), (state) =>
        releaseRenewal(state, { renewalId, reason: 'withdrawn' }),
      );
    }
  }

  /** The terms that a renewal renews. */
  termsOf(renewal: Renewal): Term[] {
    const lines = 'lines' in renewal ? renewal.lines : [];
    return lines
      .map(({ subject }) => this.licenseStream(subject.id).state)
      .flatMap((state) => ('term' in state && state.term ? [state.term] : []));
  }

  expire(id: LicenseId): void {
    this.decide(licenseStream, this.licenseStream(id), (state) => recordExpiry(state, {}, { now: this.now }));
  }

  terminate(id: LicenseId): void {
    const { zone } = this.term;
    this.decide(licenseStream, this.licenseStream(id), (state) =>
      terminateLicense(state, { on: localDate(this.now, zone), by: bySupport, reason: 'asked for' }),
    );
  }

  private provision(renewal: Stream<Renewal, RenewalEvent>, { subject, progress }: Line): void {
    const old = this.licenseStream(subject.id);
    if (progress !== 'waiting' || !isInvoiced(renewal.state) || !('term' in old.state) || !old.state.term) return;
    const { request, invoice, lateBasis } = renewal.state;
    const term = contractTerm({ old: old.state.term, invoicedOn: invoice.issuedOn, lateBasis });
    const successorId = license(`successor by ${request.renewalId}`);
    const { startsOn, expiresOn: newExpiresOn } = term;
    const predecessor = old.state;
    const recorded = this.decide(licenseStream, old, (state) =>
      recordRenewed(state, { renewalId: request.renewalId, successorId, startsOn, newExpiresOn }),
    );
    if (recorded === 'refused') {
      const failure = { subject, code: 'LICENSE_TERMINATED', message: 'It ended meanwhile.' } as const;
      this.renew(renewal, (state) => failLine(state, failure));
      return;
    }
    this.decide(licenseStream, this.licenseStream(successorId), (state) =>
      issueSuccessor(state, { licenseId: successorId, origin: 'renewal', term }, { predecessor }),
    );
    this.renew(renewal, (state) => completeLine(state, { subject, successorId, newExpiresOn }));
  }

  private start(renewal: Stream<Renewal, RenewalEvent>, { subject }: Line): void {
    const old = this.licenseStream(subject.id).state;
    if (!('successor' in old) || !old.successor) return;
    const { successorId, startsOn, zone } = old.successor;
    if (this.now < startsAt(startsOn, zone)) return;
    this.renew(renewal, (state) => startContract(state, { subject, successorId, startsOn }, { now: this.now }));
    this.decide(licenseStream, this.licenseStream(successorId), (state) =>
      generateKey(state, { fingerprint: `key of ${successorId}` }, { now: this.now }),
    );
  }

  private licenseStream(id: LicenseId): Stream<License, LicenseEvent> {
    const known: Stream<License, LicenseEvent> = this.licenses.get(id) ?? { events: [], state: licenseStream.initial };
    this.licenses.set(id, known);
    return known;
  }

  private decide<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    stream: Stream<State, Event>,
    decide: (state: State) => readonly Event[],
  ): 'decided' | 'refused' {
    const before = JSON.stringify(stream.state);
    try {
      const events = decide(stream.state);
      stream.events.push(...events);
      stream.state = events.reduce(definition.evolve, stream.state);
      return 'decided';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(JSON.stringify(stream.state)).toBe(before);
      return 'refused';
    }
  }
}
