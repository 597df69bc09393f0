import { bob, byBob, bySupport, contact } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { OrganizationEvent } from './events';
import { companyOfAnnAnd, left, mailBounced } from './examples.spec';
import { isUnreachable, markReachable, type RecordBounce, recordBounce } from './reachability';
import { companyContactOf, organizationStream } from './state';

const given = specification(organizationStream);
const company = companyOfAnnAnd('bob');
const at = '2026-03-02T08:00:00Z';
const sentAt = Date.parse('2026-03-01T09:00:00Z');
const back = (data: Partial<RecordBounce> = {}): RecordBounce => ({ ...mailBounced('bob').data, sentAt, ...data });
const reachable: OrganizationEvent = {
  type: 'ContactReachable',
  data: { contactId: bob, by: bySupport, reason: 'The mailbox is emptied.', at },
};
const moved: OrganizationEvent = {
  type: 'ContactEmailChanged',
  data: { contactId: bob, email: { $personal: bob, text: 'robert@acme.example' }, by: bySupport, at },
};
const bouncesOf = (...events: readonly OrganizationEvent[]) =>
  companyContactOf(fold(organizationStream, [...company, ...events]), bob)?.bounces;
const isOut = (...events: readonly OrganizationEvent[]) =>
  isUnreachable(bob, undefined, fold(organizationStream, [...company, ...events]));

describe('a mail that comes back', () => {
  it('makes its reader unreachable when it never arrives, or is complained about', () => {
    for (const severity of ['hard', 'complaint'] as const) {
      const bounced = mailBounced('bob', { severity });
      given(company).when(recordBounce, back({ severity })).then([bounced]);
      expect(isOut(bounced)).toBe(true);
      expect(bouncesOf(bounced)).toMatchObject({ unreachable: { since: bounced.data.at, severity } });
    }
    expect(isUnreachable(contact('ann'), fold(organizationStream, [...company, mailBounced('bob')]))).toBe(false);
  });

  it('is counted when it was only late', () => {
    const late = (n: number) => mailBounced('bob', { severity: 'soft', messageId: `<${n}@portal.example>` });
    expect(bouncesOf(late(1), late(2))?.softBounces).toBe(2);
    expect(isOut(late(1), late(2))).toBe(false);
  });

  it('is recorded once, and again when it turns out worse', () => {
    const soft = mailBounced('bob', { severity: 'soft' });
    given([...company, soft])
      .when(recordBounce, back({ severity: 'soft' }))
      .thenNothing();
    given([...company, soft])
      .when(recordBounce, back())
      .then([mailBounced('bob')]);
    given([...company, mailBounced('bob')])
      .when(recordBounce, back({ severity: 'soft' }))
      .thenNothing();
    given([...company, mailBounced('bob')])
      .when(recordBounce, back())
      .thenNothing();
    expect(bouncesOf(mailBounced('bob'), mailBounced('bob', { severity: 'complaint', at }))).toMatchObject({
      unreachable: { since: mailBounced('bob').data.at, severity: 'complaint' },
    });
  });

  it('says nothing of somebody who is erased or unknown', () => {
    given([...company, { type: 'SubjectErased', data: { contactId: bob, by: bySupport } }])
      .when(recordBounce, back())
      .thenNothing();
    given(company)
      .when(recordBounce, back({ contactId: contact('nobody') }))
      .thenNothing();
  });

  it('is remembered of somebody who left, and may be back', () =>
    given([...company, left('bob')])
      .when(recordBounce, back())
      .then([mailBounced('bob')]));
});

describe('a contact is reachable again', () => {
  it.each([
    ['when support says so', reachable],
    ['at another address', moved],
  ])('%s', (_how, event) => {
    const soft = mailBounced('bob', { severity: 'soft', messageId: '<late@portal.example>' });
    expect(isOut(mailBounced('bob'), soft, event)).toBe(false);
    expect(bouncesOf(mailBounced('bob'), soft, event)).toMatchObject({ softBounces: 0 });
  });

  it.each([reachable, moved])('whatever still comes back of a mail sent before', (event) => {
    const messageId = '<second@portal.example>';
    given([...company, event])
      .when(recordBounce, back({ messageId }))
      .thenNothing();
    const after = back({ messageId, sentAt: Date.parse(at) + 1 });
    given([...company, event])
      .when(recordBounce, after)
      .then([mailBounced('bob', { messageId })]);
  });

  it('for a reason, said by the vendor’s people', () => {
    const { data } = reachable;
    given([...company, mailBounced('bob')])
      .when(markReachable, data)
      .then([reachable]);
    given([...company, mailBounced('bob')])
      .when(markReachable, { ...data, reason: ' ' })
      .thenRefused('INVALID_INPUT', 'Say why');
    given([...company, mailBounced('bob')])
      .when(markReachable, { ...data, by: byBob })
      .thenRefused('NOT_ALLOWED');
    given(company)
      .when(markReachable, { ...data, contactId: contact('nobody') })
      .thenRefused('NOT_FOUND');
  });

  it('which changes nothing for whom every mail reached', () =>
    given(company).when(markReachable, reachable.data).thenNothing());
});
