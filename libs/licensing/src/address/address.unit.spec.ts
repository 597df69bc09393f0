import { portalPolicy as policy } from '../policy/examples.spec';
import { ann, bob, bySales, on, organizationId } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import { specification } from '../shared/specification.spec';
import type { OrganizationId } from '../shared/words';
import type { AddressEvent } from './events';
import { openPasswordLink, requestPasswordLink } from './request-password-link';
import { releaseAddress, type ReserveAddress, reserveAddress } from './reserve-address';
import { setPassword } from './set-password';
import { addressStream } from './state';

const given = specification(addressStream);
const forAnn: ReserveAddress = { contactId: ann, organizationId };
const reserved: AddressEvent = { type: 'AddressReserved', data: forAnn };
const released: AddressEvent = { type: 'AddressReleased', data: { contactId: ann, by: bySales } };
const set: AddressEvent = { type: 'PasswordSet', data: { contactId: ann, credentialId: 'credential' } };
const decision = { now: on('2026-03-01'), policy };

const requested = (expiresAt: string): AddressEvent => ({
  type: 'PasswordLinkRequested',
  data: { ...forAnn, policy: policy.id, expiresAt },
});
const until = new Date(on('2026-03-01') + policy.passwordLinkValidHours * 3_600_000);
const asked = requested(until.toISOString().replace('.000', ''));

describe('reserving an e-mail address', () => {
  it('gives it to one person', () => {
    given([]).when(reserveAddress, forAnn).then([reserved]);
    given([reserved]).when(reserveAddress, forAnn).thenNothing();
  });

  it('opens no second account for it', () =>
    given([reserved])
      .when(reserveAddress, { ...forAnn, contactId: bob })
      .thenRefused('NOT_ALLOWED', 'Sign in with it'));

  it('keeps the person in one company', () =>
    given([reserved])
      .when(reserveAddress, { ...forAnn, organizationId: 'other' as OrganizationId })
      .thenRefused('NOT_ALLOWED'));

  it('ends when the person has another', () => {
    given([reserved]).when(releaseAddress, released.data).then([released]);
    given([reserved]).when(releaseAddress, { contactId: bob, by: bySales }).thenNothing();
    given([]).when(releaseAddress, released.data).then([released]);
    given([reserved, released])
      .when(reserveAddress, { ...forAnn, contactId: bob })
      .then([{ type: 'AddressReserved', data: { ...forAnn, contactId: bob } }]);
  });
});

describe('a password link', () => {
  it('is mailed to an address with an account, and is good for the hours of the policy [P14]', () =>
    given([reserved]).when(requestPasswordLink, decision).then([asked]));

  it('is not mailed to any other, and nobody is told', () => {
    given([]).when(requestPasswordLink, decision).thenNothing();
    given([reserved, released]).when(requestPasswordLink, decision).thenNothing();
  });

  it('is mailed once in five minutes, however often it is asked for', () => {
    given([reserved, asked])
      .when(requestPasswordLink, { ...decision, now: decision.now + 299_999 })
      .thenNothing();
    expect(
      requestPasswordLink(fold(addressStream, [reserved, asked]), { ...decision, now: decision.now + 300_000 }),
    ).toHaveLength(1);
  });

  it('is mailed at once when the last one was used', () =>
    given([reserved, asked, set]).when(requestPasswordLink, decision).then([asked]));

  it('is open until it is over, or a password was set', () => {
    const open = fold(addressStream, [reserved, asked]);
    expect(openPasswordLink(open, until.getTime() - 1)).toMatchObject({ contactId: ann, generation: 0 });
    expect(openPasswordLink(open, until.getTime())).toBeUndefined();
    expect(openPasswordLink(fold(addressStream, [reserved, asked, set]), decision.now)).toBeUndefined();
  });
});

describe('setting a password', () => {
  const first = { generation: 0, credentialId: 'credential' };

  it('names the credential that holds [P13]', () => given([reserved, asked]).when(setPassword, first).then([set]));

  it('uses the link up', () =>
    given([reserved, asked, set])
      .when(setPassword, { ...first, credentialId: 'another' })
      .thenRefused('PASSWORD_LINK_EXPIRED', 'Forgot Password?'));

  it('is not for who had the address before', () =>
    given([reserved, asked, released, { ...reserved, data: { ...forAnn, contactId: bob } }])
      .when(setPassword, first)
      .thenRefused('PASSWORD_LINK_EXPIRED'));

  it('needs an account', () => given([]).when(setPassword, first).thenRefused('PASSWORD_LINK_EXPIRED'));
});
