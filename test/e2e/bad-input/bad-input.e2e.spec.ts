import type { Role } from '@renewals/platform';
import type { Response } from 'supertest';
import { licenseId, orderId, organizationId, ownerOf } from '../../support/samples';
import { Served } from '../served';
import { badBodies, wellFormed } from './bodies';
import { type Command, commandsOf } from './operations';

const ABSENT = '5b0b6c1e-3a55-5d8e-9a52-222222222222';
const roles = ['customer', 'reseller', 'sales', 'support', 'auditor', 'admin', 'service'] as const satisfies Role[];

/** Roles that do other things by the same command are tried with every fault, the rest with one. */
const busiest = ['customer', 'sales', 'support'] as const satisfies Role[];

describe('bad input to every command', () => {
  let served: Served;
  let commands: readonly Command[];
  /** Ids that exist, by the resource that a path begins with. */
  const existing: Record<string, string> = {
    licenses: licenseId('reader'),
    orders: orderId('reader'),
    organizations: organizationId('acme'),
  };

  beforeAll(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
    await served.imported('other', { writer: { to: 'other' } });
    commands = commandsOf((await served.http.get('/openapi.json')).body);
    const lines = [{ licenseId: licenseId('reader'), currentExpiresOn: '2026-03-11' }];
    const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
    existing['renewals'] = body.renewalId;
    const aligned = { targetDate: '2026-12-31', lines: [{ licenseId: licenseId('writer') }] };
    existing['alignments'] = (await served.as('support').post('/alignments', aligned).expect(201)).body.alignment.id;
    await served.until('2025-12-01T12:00:01Z');
  });
  afterAll(() => served.close());

  const pathWith = ({ path }: Command, id: (resource: string) => string) =>
    path.replace(/\{[^}]+\}/g, () => id(path.split('/')[1] ?? ''));
  const known = (resource: string) => existing[resource] ?? ABSENT;

  /** Sends it and sees that a refusal is a problem with a way out, and wrote nothing. */
  const refusedOrDone = async (
    { operationId, method }: Command,
    path: string,
    by: { readonly role: Role; readonly subject?: string },
    body?: unknown,
  ): Promise<Response> => {
    const before = await served.infrastructure.store.lastPosition();
    const response = await served.http[method](path)
      .set({ authorization: `Bearer ${served.token(by.role, by.subject ?? ownerOf('acme'))}` })
      .send(body as object);
    const said = [operationId, by.role, response.status, response.text.slice(0, 500)];
    expect([...said, response.status < 500]).toEqual([...said, true]);
    if (response.status >= 400) {
      expect([...said, response.type]).toEqual([...said, 'application/problem+json']);
      expect(response.body).toMatchObject({
        code: expect.stringMatching(/^[A-Z_]+$/),
        detail: expect.stringMatching(/\.$/),
      });
      expect([...said, await served.infrastructure.store.lastPosition()]).toEqual([...said, before]);
    }
    return response;
  };

  it('is refused by name: a field missing, of the wrong type, too long, unknown', async () => {
    for (const command of commands) {
      for (const { what, body } of command.body ? badBodies(command.body) : []) {
        for (const role of busiest) {
          const { status } = await refusedOrDone(command, pathWith(command, known), { role }, body);
          expect([command.operationId, role, `a body ${what}`, status >= 400]).toEqual([
            command.operationId,
            role,
            `a body ${what}`,
            true,
          ]);
        }
      }
    }
  }, 120_000);

  it('is refused: what it is about does not exist', async () => {
    for (const command of commands.filter(({ path }) => path.includes('{'))) {
      const body = command.body && wellFormed(command.body);
      for (const role of roles) {
        for (const id of [ABSENT, 'none', '%00', 'x'.repeat(5_000)]) {
          const { status } = await refusedOrDone(
            command,
            pathWith(command, () => id),
            { role },
            body,
          );
          expect([command.operationId, role, id.slice(0, 40), status >= 400]).toEqual([
            command.operationId,
            role,
            id.slice(0, 40),
            true,
          ]);
        }
      }
    }
  }, 120_000);

  it("is refused as if it did not exist: somebody else's", async () => {
    for (const command of commands.filter(({ path }) => path.includes('{'))) {
      const body = command.body && wellFormed(command.body);
      const stranger = { role: 'customer', subject: ownerOf('other') } as const;
      const { body: problem } = await refusedOrDone(command, pathWith(command, known), stranger, body);
      expect([command.operationId, problem.code]).toEqual([
        command.operationId,
        expect.stringMatching(/^(NOT_FOUND|NOT_ALLOWED|INVALID_INPUT)$/),
      ]);
    }
  });

  it('is refused, or done, by everybody who sends what has the right shape', async () => {
    for (const command of commands) {
      const body = command.body && wellFormed(command.body);
      for (const role of roles) await refusedOrDone(command, pathWith(command, known), { role }, body);
    }
  });
});
