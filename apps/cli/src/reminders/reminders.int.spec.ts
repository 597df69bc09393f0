import { documents, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

describe('renewals reminders', () => {
  let data: string;

  beforeAll(async () => {
    ({ data } = await importedExample());
  });

  it('lists every decision, sorted by day, external id, and offset descending', async () => {
    const decisions = await documents('reminders', '--data-dir', data);
    expect(decisions.length).toBeGreaterThan(20);
    for (const decision of decisions) {
      expect(decision).toEqual({
        license: expect.any(String),
        externalId: expect.stringMatching(/^S-/),
        subject: 'license',
        expiresOn: expect.any(String),
        offset: expect.any(Number),
        contactId: null,
        dueOn: expect.any(String),
        outcome: 'suppressed',
        reason: 'before-import',
        messageId: null,
        inMail: 0,
        answer: null,
        decidedAt: '2024-12-31T12:00:00.000Z',
      });
    }
    const order = decisions.map(
      ({ dueOn, externalId, offset }) => `${String(dueOn)} ${String(externalId)} ${900 - Number(offset)}`,
    );
    expect(order).toEqual(order.toSorted());
  });

  it('is a table for people', async () => {
    const { stdout } = await renewals('reminders', '--data-dir', data);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'due on      external id   expires on  offset  outcome     in mail  why, or what the server said',
      expect.stringMatching(/^2024-\d\d-\d\d +S-[0-9a-f]{6} +20\d\d-\d\d-\d\d +\d+ +suppressed +before-import$/),
    ]);
  });
});
