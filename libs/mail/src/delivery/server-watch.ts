import type { Pace } from '../pacing/pace';

/** What a sender knows of its server, in memory: after a restart it tries once and knows again. */
export class ServerWatch {
  private isDown = false;
  private quietUntil = -Infinity;
  private answers = 0;
  /** Mails that found the server away when it had just been there, with the answers that there were by then. */
  private readonly suspects = new Map<string, number>();

  constructor(private readonly pace: Pace) {}

  /** Nothing is given to the server before; past when it is up. */
  get opensAt(): number {
    return this.quietUntil;
  }

  /** One mail goes ahead of the others, to see whether it is back. */
  get isToBeTried(): boolean {
    return this.isDown;
  }

  /** It said something about the mail, whatever it was. */
  answered(messageId: string): void {
    this.answers++;
    this.suspects.delete(messageId);
    this.isDown = false;
    this.quietUntil = -Infinity;
    this.pace.serverUp();
  }

  /**
   * It was away when it was given the mail. Answers whether that says nothing about the mail: one that alone makes the
   * server go away, twice, while it answers for others in between, is to blame itself and must not stop them for ever.
   */
  wasAway(messageId: string, now: number): boolean {
    if (!this.isDown && this.isSuspect(messageId)) return false;
    this.isDown = true;
    this.quietUntil = this.pace.serverDown(now);
    return true;
  }

  private isSuspect(messageId: string): boolean {
    const answersBefore = this.suspects.get(messageId) ?? this.answers;
    this.suspects.set(messageId, answersBefore);
    return answersBefore < this.answers;
  }
}
