import type { Role } from '@renewals/platform';
import { licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const everybody: readonly Role[] = ['sales', 'support', 'auditor', 'customer', 'reseller', 'admin', 'service'];
const readers: readonly Role[] = ['sales', 'support', 'auditor', 'customer', 'admin', 'service'];
const staff: readonly Role[] = ['sales', 'support', 'auditor', 'admin'];
const renewers: readonly Role[] = ['sales', 'support', 'customer', 'admin', 'service'];
const desk: readonly Role[] = ['sales', 'support', 'admin', 'service'];

const people: readonly Role[] = ['customer', 'reseller', 'sales', 'support', 'admin'];

const license = `/licenses/${licenseId('reader')}`;
const order = `/orders/${orderId('reader')}`;
const company = `/organizations/${organizationId('acme')}`;
const person = `${company}/contacts/${ownerOf('acme')}`;
const invitation = '5b0b6c1e-3a55-5d8e-9a52-222222222222';
const alignment = '/alignments/5b0b6c1e-3a55-5d8e-9a52-111111111111';
const renewal = '/renewals/5b0b6c1e-3a55-5d8e-9a52-111111111111';

/** Written by hand: who may use what. Anybody else gets 403 before anything is looked at. */
const table: readonly (readonly [method: 'get' | 'post' | 'delete', path: string, allowed: readonly Role[]])[] = [
  ['get', '/licenses', readers],
  ['get', license, readers],
  ['get', `${license}/history`, readers],
  ['get', `${license}/key`, renewers],
  ['get', `${license}/upgrade-eligibility`, readers],
  ['post', `${license}/activation`, renewers],
  ['post', `${license}/handshake-confirmation`, renewers],
  ['post', `${license}/quota-additions`, renewers],
  ['post', `${license}/reactivation`, ['support', 'admin']],
  ['post', `${license}/termination`, desk],
  ['post', `${license}/trial-extensions`, renewers],
  ['post', `${license}/usage-reports`, renewers],
  ['get', '/trials', readers],
  ['post', '/trials', renewers],
  ['get', `${license}/recurring-billing`, readers],
  ['post', `${license}/recurring-billing/enabling`, desk],
  ['post', `${license}/recurring-billing/cancellation`, renewers],
  ['post', `${license}/recurring-billing/resumption`, renewers],
  ['get', '/upcoming-renewals', readers],
  ['get', `/reminders?license=${licenseId('reader')}`, readers],
  ['get', `/reminders/explanation?license=${licenseId('reader')}&offset=30`, [...staff, 'customer']],
  ['get', `${license}/reminder-offsets`, readers],
  ['post', `${license}/reminder-offsets`, ['sales', 'support', 'admin']],
  ['post', `${company}/reminder-offsets`, ['sales', 'support', 'admin']],
  ['post', '/renewals', renewers],
  ['get', renewal, readers],
  ['post', `${renewal}/quote`, renewers],
  ['get', `${renewal}/quote/proforma.pdf`, readers],
  ['get', `${renewal}/receipt.pdf`, readers],
  ['post', `${renewal}/quote/acceptance`, renewers],
  ['post', `${renewal}/approval`, renewers],
  ['post', `${renewal}/commitment`, desk],
  ['post', `${renewal}/invoice`, desk],
  ['post', `${renewal}/late-authorization`, ['support']],
  ['post', `${renewal}/withdrawal`, renewers],
  ['post', `${renewal}/changes`, desk],
  ['post', `${renewal}/payments`, desk],
  ['post', `${renewal}/payment-reversals`, desk],
  ['post', `${renewal}/credits`, desk],
  ['post', `${renewal}/owner`, ['sales', 'support', 'admin']],
  ['post', `${renewal}/notes`, ['sales', 'support', 'admin']],
  ['post', '/alignments', ['sales', 'support', 'admin']],
  ['get', alignment, readers],
  ['post', `${alignment}/approval`, renewers],
  ['post', `${alignment}/application`, ['sales', 'support', 'admin']],
  ['post', `${alignment}/withdrawal`, ['sales', 'support', 'admin']],
  ['get', '/quotes', readers],
  ['get', '/pipeline', staff],
  ['get', '/pipeline/due', staff],
  ['get', '/sales-tasks', staff],
  ['post', `/sales-tasks/${invitation}/completion`, ['sales', 'support', 'admin']],
  ['get', '/notices', staff],
  ['get', '/policies', staff],
  ['get', '/orders', readers],
  ['post', '/orders', desk],
  ['get', order, readers],
  ['post', `${order}/policy`, ['sales', 'admin']],
  ['post', `${order}/payments`, desk],
  ['post', `${order}/payments/${invitation}/reversal`, desk],
  ['get', `${order}/contacts`, readers],
  ['post', `${order}/contacts`, renewers],
  ['post', `${order}/contacts/${ownerOf('acme')}/removal`, renewers],
  ['post', `${order}/billing-contact`, ['sales', 'support', 'admin', 'customer']],
  ['get', `${order}/reminders-subscription`, ['customer']],
  ['post', `${order}/reminders-subscription/cancellation`, ['sales', 'support', 'admin', 'customer']],
  ['post', `${order}/reminders-subscription/resumption`, ['sales', 'support', 'admin', 'customer']],
  ['get', '/order-alerts', staff],
  ['post', '/organizations', desk],
  ['get', company, [...readers, 'reseller']],
  ['post', `${company}/invitations`, people],
  ['post', `${company}/invitations/${invitation}/acceptance`, ['customer', 'reseller']],
  ['post', `${company}/primary-contact`, ['customer', 'reseller', 'support']],
  ['post', `${company}/locale`, ['customer', 'reseller', 'support']],
  ['post', `${company}/notes`, ['sales', 'support', 'admin']],
  ['post', `${person}/removal`, people],
  ['post', `${person}/email`, people],
  ['post', `${person}/locale`, ['customer', 'reseller', 'support']],
  ['post', `${person}/reachability`, ['support', 'admin']],
  ['post', `${person}/newsletter`, people],
  ['post', `${person}/account-removal`, people],
  ['post', `${person}/calendar-feed`, ['customer']],
  ['delete', `${person}/calendar-feed`, ['customer', 'sales', 'support', 'admin']],
  ['post', `${person}/erasure`, ['sales', 'support', 'admin']],
  ['get', '/newsletter/recipient', ['service']],
  ['get', '/mails', staff],
  ['get', '/mails/none.eml', staff],
  ['post', '/mails/bounces', ['support', 'admin', 'service']],
  ['get', '/go-live', staff],
  ['post', '/go-live', ['admin']],
  ['get', '/metrics', ['admin', 'support', 'auditor', 'service']],
  ['get', '/', readers],
  ['get', '/portal/licenses', readers],
  ['get', `/portal${license}`, readers],
  ['post', `/portal${license}/approve`, renewers],
  ['get', '/portal/calendar', ['customer']],
  ['post', '/portal/calendar', ['customer']],
  ['post', '/portal/calendar/stop', ['customer']],
  ['get', '/portal/account', ['customer', 'reseller']],
  ['post', '/portal/account/locale', ['customer', 'reseller']],
  ['post', '/portal/account/company-locale', ['customer', 'reseller']],
  ['get', `/portal${license}/history`, readers],
  ['post', `/portal${license}/set-reminder-days`, ['sales', 'support', 'admin']],
  ['post', `/portal${license}/reset-reminder-days`, ['sales', 'support', 'admin']],
  ['get', `/portal/reminders/explanation?license=${licenseId('reader')}&offset=30`, [...staff, 'customer']],
  ['get', '/portal/mails', staff],
  ['get', '/portal/notices', staff],
  ['get', '/portal/mail-preview', staff],
  ['get', '/portal/mail-preview/html', staff],
  ['post', '/portal/go-live', ['admin']],
  ['post', '/portal/sample', ['admin']],
  ['post', '/portal/clock', ['admin']],
];

const open = ['/health', '/ready', '/openapi.json', '/docs', '/sign-in', '/portal/style.css', '/problems/not-found'];

describe('who may use what', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
  });
  afterAll(() => served.close());

  describe.each(table)('%s %s', (method, path, allowed) => {
    it('wants a token', async () => {
      const { body } = await served.http[method](path).expect(401);
      expect(body.code).toBe('UNAUTHENTICATED');
    });

    it.each(everybody)('as %s', async (role) => {
      const { status, body } = await served.as(role)[method](path);
      const refusedByRole =
        status === 403 && body.code === 'NOT_ALLOWED' && String(body.detail).includes(`role ${role}`);
      expect(refusedByRole).toBe(!allowed.includes(role));
    });
  });

  it.each(open)('%s is open', async (path) => {
    const { status } = await served.http.get(path);
    expect(status).toBe(200);
  });

  it('names every operation of the API in the table', async () => {
    const { body } = await served.http.get('/openapi.json').expect(200);
    const operations = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const named = new Set(table.map(([method, path]) => `${method} ${patternOf(path)}`));
    const unnamed = operations.filter((operation) => !named.has(operation));
    expect(unnamed.sort()).toEqual([
      'get /calendar/{file}',
      'get /health',
      'get /ready',
      'post /accounts/password',
      'post /accounts/password-link',
      'post /newsletter/subscriptions',
    ]);
  });

  it('takes no token that was not issued here, is over, or asks for no signature', async () => {
    const [header, payload] = served.token('admin').split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const forged = `${header}.${payload}.${'A'.repeat(43)}`;
    for (const token of [none, forged, 'nonsense', '']) {
      const { status, body } = await served.http.get('/licenses').set('authorization', `Bearer ${token}`);
      expect([status, body.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    const old = served.token('sales');
    await served.http.get('/licenses').set('authorization', `Bearer ${old}`).expect(200);
    served.clock.moveTo(served.clock.now() + 2 * 3_600_000);
    await served.http.get('/licenses').set('authorization', `Bearer ${old}`).expect(401);
  });
});

function patternOf(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f-]{36}/, '{id}')
    .replace(/contacts\/[0-9a-f-]{36}/, 'contacts/{contactId}')
    .replace(/invitations\/[0-9a-f-]{36}/, 'invitations/{invitationId}')
    .replace(/payments\/[0-9a-f-]{36}/, 'payments/{paymentId}')
    .replace('pipeline/due', 'pipeline/{stage}')
    .replace('none.eml', '{file}');
}
