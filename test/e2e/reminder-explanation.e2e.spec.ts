import { licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

const path = (query: string) => `/reminders/explanation?license=${licenseId('reader')}${query}`;

describe('GET /reminders/explanation', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
    await served.imported('other', { writer: { to: 'other' } });
    await served.until('2025-12-15T12:00:00Z');
    await served.caughtUp();
  });
  afterAll(() => served.close());

  it('tells support when a mail was sent, and what shows it', async () => {
    const { body } = await served
      .as('support')
      .get(path(`&offset=90&contact=${ownerOf('acme')}`))
      .expect(200);
    expect(body).toMatchObject({
      verdict: 'sent',
      sentence: expect.stringMatching(
        /^Sent at 2025-12-11 09:00 Europe\/Berlin \(2025-12-11T08:00:00Z\): the server took </,
      ),
      about: {
        subject: { kind: 'license', id: licenseId('reader') },
        due: { on: '2025-12-11', at: '2025-12-11T08:00:00Z', zone: 'Europe/Berlin' },
      },
    });
    expect(body.facts).toEqual([
      { says: expect.any(String), event: expect.objectContaining({ type: 'ReminderDue', revision: 0 }) },
      { says: expect.any(String), event: expect.objectContaining({ type: 'ReminderSent', revision: 1 }) },
    ]);
  });

  it('takes an e-mail address for the contact, and any expiry', async () => {
    const { body } = await served.as('sales').get(path('&offset=60&contact=owner@acme.example')).expect(200);
    expect(body).toMatchObject({ verdict: 'to-come', expected: 'sent', about: { contactId: ownerOf('acme') } });
    const other = await served.as('auditor').get(path('&offset=60&expiresOn=2030-01-01')).expect(200);
    expect(other.body.sentence).toBe('No term of the license ends on 2030-01-01: it ends on 2026-03-11.');
  });

  it('tells customers about themselves only, and about licenses that they reach', async () => {
    const owner = served.as('customer', ownerOf('acme'));
    const { body } = await owner.get(path('&offset=60')).expect(200);
    expect(body).toMatchObject({ about: { contactId: ownerOf('acme') }, expected: 'sent' });
    const asked = await owner.get(path(`&offset=60&contact=${ownerOf('other')}`)).expect(403);
    expect(asked.body.code).toBe('NOT_ALLOWED');
    const stranger = await served.as('customer', ownerOf('other')).get(path('&offset=60')).expect(404);
    expect(stranger.body.code).toBe('NOT_FOUND');
  });

  it.each([
    ['/reminders/explanation', 400, 'INVALID_INPUT'],
    [path(''), 400, 'INVALID_INPUT'],
    [path('&offset=-1'), 400, 'INVALID_INPUT'],
    [path('&offset=1.5'), 400, 'INVALID_INPUT'],
    [path('&offset=99999'), 400, 'INVALID_INPUT'],
    [path('&offset=30&surprise=1'), 400, 'INVALID_INPUT'],
    [path('&offset=30&expiresOn=2026-02-30'), 422, 'INVALID_DATE'],
    [path('&offset=30&contact=nobody@nowhere.example'), 404, 'NOT_FOUND'],
    [path(`&offset=30&contact=${'x'.repeat(400)}`), 400, 'INVALID_INPUT'],
    ['/reminders/explanation?license=reader&offset=30', 400, 'INVALID_INPUT'],
    [`/reminders/explanation?license=${licenseId('phantom')}&offset=30`, 404, 'NOT_FOUND'],
  ])('refuses %s', async (address, status, code) => {
    const { body } = await served.as('support').get(address).expect(status);
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/\.$/) });
  });

  it('answers or refuses, however odd the contact', async () => {
    for (const contact of ['%00', '%F0%9F%92%A5', "'%20or%201=1"]) {
      const { status } = await served.as('support').get(path(`&offset=30&contact=${contact}`));
      expect(status).toBeLessThan(500);
    }
  });
});
