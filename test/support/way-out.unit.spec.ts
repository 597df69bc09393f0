import { tellsTheWayOut } from './way-out';

describe('a refusal that tells the way out', () => {
  it.each([
    'This term ended on 2026-03-10. Write to support@portal.example about a late renewal.',
    'You are not a contact of this order. 1. Ask somebody of the company. 2. Ask a contact of this order.',
    'A trial is not renewed. Convert it: buy the product.',
  ])('says what to do: %s', (message) => expect(message).toMatch(tellsTheWayOut));

  it.each([
    'This term ended on 2026-03-10.',
    'This term ended. It cannot be renewed.',
    'This term ended. Write to support',
    'Invalid',
    '',
  ])('is not: %s', (message) => expect(message).not.toMatch(tellsTheWayOut));
});
