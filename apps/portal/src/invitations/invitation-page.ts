import { card } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { moment } from '../words/dates';
import type { FoundInvitation } from './invitation';

export function invitationPage(frame: Frame, invitation: FoundInvitation): string {
  return page('Invitation', frame, card(content(invitation)));
}

function content(invitation: FoundInvitation): Html {
  switch (invitation.status) {
    case 'open': {
      const { company, invitedBy, until } = invitation;
      return html`<h1>Join ${company}</h1>
        <p>
          ${invitedBy === undefined ? 'You are invited' : html`<strong>${invitedBy}</strong> invites you`} to become a
          contact of <strong>${company}</strong>.
        </p>
        <p>A contact can be added to the company's orders, and then sees their licenses and gets their reminders.</p>
        <form method="post"><button class="primary wide">Accept the invitation</button></form>
        <p class="sub below">Open until ${moment(until, 'utc')} UTC. If you did not expect it, close this page.</p>`;
    }
    case 'accepted':
      return html`<h1>You are a contact of ${invitation.company}</h1>
        <p>You will see the licenses of an order as soon as one of its contacts adds you.</p>
        ${
          invitation.isPasswordMissing
            ? html`<p>To sign in you need a password, which a mailed link lets you set.</p>
                <p><a class="button" href="/portal/forgot-password">Set a password</a></p>`
            : html`<p><a class="button" href="/sign-in">Sign in</a></p>`
        }`;
    case 'refused':
      return html`<h1>This invitation cannot be accepted</h1>
        <p>${invitation.refusal.message}</p>`;
  }
}
