import { organizationId, ownerOf } from '../support/samples';
import { complaint, exim, postfix } from '../support/mail-reports';
import { Served } from './served';

const company = `/organizations/${organizationId('acme')}`;
const person = `${company}/contacts/${ownerOf('acme')}`;
let served: Served;
let messageId: string;

beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {} });
  await served.until('2025-12-12T12:00:00Z');
  const { body } = await served.as('support').get('/mails').expect(200);
  messageId = body.items[0].messageId;
});
afterEach(() => served.close());

const report = (raw: Buffer | string, type = 'message/rfc822') =>
  served.http
    .post('/mails/bounces')
    .set({ authorization: `Bearer ${served.token('service')}`, 'content-type': type })
    .send(raw);

const owner = async () => {
  const { body } = await served.as('support').get(company).expect(200);
  return body.contacts[0];
};

describe('a bounce or a complaint that another program brings', () => {
  it('makes the person unreachable, once, until support says otherwise', async () => {
    expect(await owner()).toMatchObject({ softBounces: 0 });
    const raw = postfix({ messageId });
    const said = { messageId, verdict: 'hard', status: '5.1.1' };
    expect((await report(raw).expect(200)).body).toEqual({ ...said, recorded: true });
    expect((await report(raw).expect(200)).body).toEqual({ ...said, recorded: false });
    expect(await owner()).toMatchObject({ unreachable: { since: '2025-12-12T12:00:00Z', severity: 'hard' } });

    const reason = 'The mailbox is there again.';
    await served.as('support').post(`${person}/reachability`, { reason }).expect(201);
    expect(await owner()).not.toHaveProperty('unreachable');
  });

  it('is counted when it was only late', async () => {
    await report(exim({ messageId, action: 'delayed', status: '4.4.1' })).expect(200);
    expect(await owner()).toMatchObject({ softBounces: 1 });
  });

  it('is recorded when a reader calls it spam', async () => {
    await report(complaint({ messageId })).expect(200);
    expect(await owner()).toMatchObject({ unreachable: { severity: 'complaint' } });
  });

  it.each([
    ['of a mail that is not known', () => postfix(), 'message/rfc822', 404, 'NOT_FOUND', 'not ours'],
    ['that is none', () => 'Subject: Hi\r\n\r\nThanks!', 'message/rfc822', 400, 'INVALID_INPUT', 'neither a delivery'],
    ['with nothing in it', () => '', 'message/rfc822', 400, 'INVALID_INPUT', 'neither a delivery'],
    ['as JSON', () => '{}', 'application/json', 400, 'INVALID_INPUT', 'message/rfc822'],
    ['as text', () => 'x', 'text/x-mail', 415, 'UNSUPPORTED_MEDIA_TYPE', '/docs'],
    [
      'that is too large',
      () => Buffer.alloc(3 * 1024 * 1024, 'x'),
      'message/rfc822',
      413,
      'PAYLOAD_TOO_LARGE',
      'Send less',
    ],
  ])('%s is refused with the way out', async (_what, raw, type, status, code, sentence) => {
    const { body } = await report(raw(), type).expect(status);
    expect(body).toMatchObject({ code, detail: expect.stringContaining(sentence) });
    expect(await owner()).not.toHaveProperty('unreachable');
  });

  it('is a mail to this operation only', async () => {
    const { body } = await served.http
      .post(`${company}/notes`)
      .set({ authorization: `Bearer ${served.token('support')}`, 'content-type': 'message/rfc822' })
      .send('text: x')
      .expect(415);
    expect(body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  });
});
