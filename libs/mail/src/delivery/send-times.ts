/** How long a mail had been due when the server took it. `kind`: `reminder`, or that of the notice. */
export interface SendTime {
  readonly kind: string;
  readonly milliseconds: number;
}

/** Tells whoever measures about each mail that the server takes, a digest for each of its lines. */
export class SendTimes {
  private readonly listeners: ((time: SendTime) => void)[] = [];

  onTaken(listener: (time: SendTime) => void): void {
    this.listeners.push(listener);
  }

  taken(time: SendTime): void {
    for (const listener of this.listeners) listener(time);
  }
}
