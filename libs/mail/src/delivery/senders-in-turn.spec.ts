import { LimitedPace } from '../pacing/limited-pace';
import type { MailTransport } from '../transport/transport';
import type { Scenario } from './lossy-scenario.spec';
import type { MailRoom } from './mail-room.spec';
import { MortalSender } from './mortal-sender.spec';

/** One after the other; each begins when the one before is dead. */
export class SendersInTurn {
  private readonly all: MortalSender[] = [];

  constructor(
    private readonly room: MailRoom,
    private readonly transport: MailTransport,
    private readonly lives: Scenario['lives'],
  ) {
    this.begin();
  }

  get answersUnheard(): number {
    return this.all.reduce((sum, { answersUnheard }) => sum + answersUnheard, 0);
  }

  /** Until somebody came to the end of it. */
  async work(step: () => Promise<void>): Promise<void> {
    for (;;) {
      const sender = this.all.at(-1) as MortalSender;
      if (await Promise.race([step().then(() => true), sender.death.then(() => false)])) return;
      await sender.isQuiet();
      const { takesOver = false } = this.lives[this.all.length - 1] ?? {};
      this.begin();
      if (takesOver) await this.room.delivery.releaseLeases();
    }
  }

  async buried(): Promise<void> {
    for (const sender of this.all) await sender.isBuried();
  }

  private begin(): void {
    const { room, transport } = this;
    let left = this.lives[this.all.length]?.steps ?? Infinity;
    const sender = new MortalSender(() => --left <= 0);
    this.all.push(sender);
    const pace = new LimitedPace({}, () => 0.5);
    room.delivery = room.newSender({ ...sender.with({ desk: room.desk, transport }), pace });
  }
}
