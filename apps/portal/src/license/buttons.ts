import type { Caller } from '../../../api/src/identity/caller';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { type ActionName, mayUse } from './actions';

/** Forms for what this person may do to a license; nothing is drawn for the others. */
export class Buttons {
  constructor(
    private readonly frame: Frame,
    private readonly licenseId: string,
    private readonly caller: Caller,
  ) {}

  may(action: ActionName): boolean {
    return this.frame.mode !== 'virtual' && mayUse(action, this.caller);
  }

  button(action: ActionName, label: string, fields: Html, look: 'primary' | 'plain' | 'link' = 'plain'): Html | false {
    if (!this.may(action)) return false;
    return html`<form method="post" action="/portal/licenses/${this.licenseId}/${action}">
      <input type="hidden" name="once" value="${this.frame.once}" />${fields}<button class="${look}">${label}</button>
    </form>`;
  }
}

export const nothing = html``;

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
