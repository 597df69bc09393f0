import { AcceptInvitation, AddOrderContact, InviteContact } from '@renewals/commands';
import type { Actor, ContactId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Person } from './person';
import { Served } from './served';

const id = licenseId('reader');
const page = `/portal/licenses/${id}`;
const why = (query: string) => `/portal/reminders/explanation?license=${id}${query}`;
const bob = derivedId('colleague', 'bob') as ContactId;

let served: Served;
let owner: Person;
let support: Person;
beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {}, writer: {} });
});
afterEach(() => served.close());

async function on(instant: string): Promise<void> {
  await served.until(instant);
  await served.caughtUp();
  owner = Person.as(served, 'customer', ownerOf('acme'));
  support = Person.as(served, 'support');
}

/** Of a page, without its tags. */
async function says(person: Person, path: string): Promise<string> {
  const text = (await person.reads(path)).replace(/<[^>]+>/g, ' ');
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replace(/\s+/g, ' ');
}

async function bobIsAdded(): Promise<void> {
  const as = (name: string, by: string) => contextOf(name, { actor: { type: 'customer', id: by } satisfies Actor });
  const byOwner = ownerOf('acme');
  const person = { contactId: bob, email: 'bob@acme.example', name: 'Bob' };
  const invite = new InviteContact(organizationId('acme'), person, 'dynamsoft', as('invite', byOwner));
  const { invitationId } = await served.do(invite);
  await served.do(new AcceptInvitation(organizationId('acme'), invitationId, bob, as('accept', bob)));
  await served.do(new AddOrderContact(orderId('reader'), bob, 'order', 'bob@acme.example', as('add', byOwner)));
}

describe('the reminders of a license', () => {
  it('are listed by day: what became of each for whom, or when it will come', async () => {
    await bobIsAdded();
    await on('2025-12-12T12:00:00Z');
    const staffReads = await says(support, page);
    expect(staffReads).toMatch(/On 90, 60, 30, 14, 7, 0 days before the last day, as Dynamsoft reminds/);
    expect(staffReads).toMatch(/90 days before 11 Dec 2025 sent (Bob|Owner of acme) See the mail sent (Bob|Owner)/);
    expect(staffReads).toContain('60 days before 10 Jan 2026 to come 10 Jan 2026, 09:00 Why?');
    expect(staffReads).toContain('On the last day 11 Mar 2026 to come');

    const customerReads = await says(owner, page);
    expect(customerReads).toContain('90 days before 11 Dec 2025 sent you Why? 60 days before');
    expect(customerReads).not.toMatch(/Bob|Every other mail/);
  });

  it('that will not come say so, and why', async () => {
    await served.as('sales').post(`/orders/${orderId('reader')}/reminders-subscription/cancellation`, {
      contactId: ownerOf('acme'),
    });
    await on('2025-12-02T12:00:00Z');
    const text = await says(owner, page);
    expect(text).toMatch(/60 days before 10 Jan 2026 will not be sent .*unsubscribed from the reminders/);
  });

  it('of a trial there are none', async () => {
    await served.imported('acme', { trial: { anchor: '2025-11-20', period: 'P30D', more: { kind: 'trial' } } });
    await on('2025-12-01T12:00:00Z');
    const text = await says(support, `/portal/licenses/${licenseId('trial')}`);
    expect(text).toContain('The license is a trial, and trials have no reminders.');
    expect(text).not.toContain('Remind on other days');
  });
});

describe('“Why?”', () => {
  it('leads to the sentence, the chain of facts, and the events in the history', async () => {
    await on('2025-12-12T12:00:00Z');
    const [, address = ''] = /href="(\/portal\/reminders\/explanation[^"]+offset=90[^"]*)"/.exec(
      await support.reads(page),
    ) ?? ['', ''];
    const text = await says(support, address.replaceAll('&amp;', '&'));
    expect(text).toContain('For everybody It was due, mails to contacts: sent 1.');
    expect(text).toMatch(/Owner of acme: Sent at 2025-12-11 09:00 Europe\/Berlin/);
    expect(text).toMatch(/ReminderDue ?, recorded .*ReminderSent ?, recorded/);

    const links = [
      ...(await support.reads(address.replaceAll('&amp;', '&'))).matchAll(/href="([^"#]+\/history)#([^"]+)"/g),
    ];
    expect(links).toHaveLength(2);
    for (const [, history = '', event = ''] of links) expect(await support.reads(history)).toContain(`id="${event}"`);
  });

  it('is answered to customers about themselves, to staff about whom they choose', async () => {
    await bobIsAdded();
    await on('2025-12-02T12:00:00Z');
    const staffReads = await support.reads(why(`&offset=60&contact=${bob}`));
    expect(staffReads).toMatch(/For Bob.*this contact gets it/s);
    expect(staffReads).toMatch(new RegExp(`<option value="${bob}"\\s+selected`));
    expect(staffReads).toContain(`/portal/notices?contact=${bob}`);
    expect(await says(support, why('&offset=60&contact='))).toContain('it goes to 2 of 2 contacts');

    const own = await owner.reads(why('&offset=60'));
    expect(own).toMatch(/For you.*this contact gets it/s);
    expect(own).not.toContain('<select');
    await owner.get(why(`&offset=60&contact=${bob}`)).expect(403);
  });

  it('says no more than the API where there is nothing, and to strangers', async () => {
    await served.imported('other', { alien: { to: 'other' } });
    await on('2025-12-02T12:00:00Z');
    expect(await says(support, why('&offset=45'))).toContain('There is no reminder 45 days before');
    await support.get(why('&offset=soon')).expect(400);
    await support.get(why('&offset=30&expiresOn=2026-02-30')).expect(422);
    await Person.as(served, 'customer', ownerOf('other')).get(why('&offset=60')).expect(404);
  });
});

describe('other reminder days', () => {
  const set = { days: '120, 45, 5', whose: 'license', reason: 'asked for by the customer' };

  it('are set for a license with a reason, hold at once, and are taken back', async () => {
    await on('2025-12-02T12:00:00Z');
    await support.post(`${page}/set-reminder-days`, set).expect(303).expect('location', page);
    const text = await says(support, page);
    expect(text).toContain('On 120, 45, 5 days before the last day, as set for this license instead of the usual 90,');
    expect(text).toContain('45 days before 25 Jan 2026 to come');
    expect(text).toMatch(/To be reminded of 120, 45, 5 days before asked for by the customer/);
    expect(await says(owner, page)).toContain('as set for this license');

    await support.post(`${page}/reset-reminder-days`, { whose: 'license', reason: 'not any more' }).expect(303);
    expect(await says(support, page)).toContain('On 90, 60, 30, 14, 7, 0 days before the last day, as Dynamsoft');
  });

  it('are set for all licenses of the company', async () => {
    await on('2025-12-02T12:00:00Z');
    await support.post(`${page}/set-reminder-days`, { ...set, days: 'none', whose: 'organization' }).expect(303);
    await on('2025-12-02T12:01:00Z');
    const text = await says(support, `/portal/licenses/${licenseId('writer')}`);
    expect(text).toContain('Not at all, as set for all licenses of acme instead of the usual 90,');
    expect(text).toContain('Set for all licenses of acme: none');
    expect(text).toContain('Nobody is reminded of it.');
  });

  it.each([
    ['are refused without a reason', { ...set, reason: ' ' }, 400, 'Say why the reminder days are others'],
    ['are refused out of order', { ...set, days: '5, 45' }, 400, 'Name each offset once'],
    ['are refused beyond two years', { ...set, days: '731' }, 422, 'Offsets are whole days'],
    ['are refused as prose', { ...set, days: 'soon' }, 400, '“soon” are no days. Write them as 90, 30, 7'],
    ['are refused without saying whose', { days: '5', reason: 'why' }, 400, 'The form is incomplete'],
  ])('%s', async (_what, form, status, sentence) => {
    await on('2025-12-02T12:00:00Z');
    const { text } = await support.post(`${page}/set-reminder-days`, form).expect(status);
    expect(text).toContain('Not done.');
    expect(text).toContain(sentence);
    expect(await says(support, page)).toContain('as Dynamsoft reminds');
  });

  it('are not for customers and auditors to set', async () => {
    await on('2025-12-02T12:00:00Z');
    expect(await owner.reads(page)).not.toContain('set-reminder-days');
    expect(await Person.as(served, 'auditor').reads(page)).not.toContain('set-reminder-days');
    await owner.post(`${page}/set-reminder-days`, set).expect(403);
    expect(await says(owner, page)).toContain('as Dynamsoft reminds');
  });
});
