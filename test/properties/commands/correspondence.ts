import { Refusal, type RenewalId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { EngineInTime } from '../../support/engine-in-time';
import { contextOf } from '../../support/samples';
import { type Answer, byOwner, nameIn, type Reached, sendables } from './anybody';

/** Lets the automations do what is due. */
export const GO_ON = 'go on';

interface Done {
  readonly said: string;
  readonly send: () => Promise<Answer>;
  readonly answer: Answer;
}

/** What one company and the vendor send, one after the other, and what they send again. */
export class Correspondence {
  private readonly done: Done[] = [];
  private readonly reached: Reached;
  private sent = 0;
  refused = 0;
  repeated = 0;

  private constructor(
    private readonly engine: EngineInTime,
    company: string,
  ) {
    const nothing = derivedId('nothing', company);
    const renewal = nothing as RenewalId;
    this.reached = {
      company,
      today: '2026-02-20',
      renewal,
      earlierRenewal: renewal,
      alignment: nothing,
      quote: nothing,
    };
  }

  static async of(engine: EngineInTime, company: string): Promise<Correspondence> {
    await engine.imported(company, {
      [nameIn(company, 'reader')]: { to: company },
      [nameIn(company, 'writer')]: { to: company },
      [nameIn(company, 'trial')]: { to: company, anchor: '2026-02-01', period: 'P30D', more: { kind: 'trial' } },
    });
    return new Correspondence(engine, company);
  }

  /** What is refused writes nothing. */
  async send(name: string, which: number): Promise<void> {
    const sendable = sendables[name];
    if (!sendable) return this.engine.worker.settle();
    const { company } = this.reached;
    const said = `${(this.sent += 1)} ${name}`;
    const actor = sendable.by === 'owner' ? byOwner(company) : sendable.by;
    const command = sendable.command({ ...this.reached }, which, contextOf(`${company} ${said}`, { actor }));
    const send = () => this.engine.do(command);
    const before = await this.written();
    const answer = await attempted(send);
    if (!(answer instanceof Refusal)) return this.answered({ said, send, answer });
    expect([said, answer.code, await this.written()]).toEqual([said, answer.code, before]);
    this.refused += 1;
  }

  /** What was done once is answered as it was at first, and writes nothing more. */
  async repeat(which: number): Promise<void> {
    const earlier = this.done[which % this.done.length];
    if (!earlier) return;
    const { said, send, answer } = earlier;
    const before = await this.written();
    const again = await attempted(send);
    expect([said, await this.written()]).toEqual([said, before]);
    if (again instanceof Refusal && again.code === 'NOT_AN_ORDER_CONTACT') return; // Whoever sent it lost access since.
    // Commands of automations promise no more than whether they wrote.
    expect([said, { ...answer, ...again }]).toEqual([said, { ...answer, wrote: false }]);
    this.repeated += 1;
  }

  private answered(done: Done): void {
    const { wrote, renewalId, alignmentId, quoteId } = done.answer;
    if (wrote) this.done.push(done);
    Object.assign(this.reached, {
      ...(renewalId && { renewal: renewalId, earlierRenewal: this.reached.renewal }),
      ...(alignmentId && { alignment: alignmentId }),
      ...(quoteId && { quote: quoteId }),
    });
  }

  private written() {
    return this.engine.infrastructure.store.lastPosition();
  }
}

async function attempted(send: () => Promise<Answer>): Promise<Answer | Refusal> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
