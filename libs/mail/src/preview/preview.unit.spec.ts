import type { Refusal } from '@renewals/licensing';
import PostalMime from 'postal-mime';
import { type PreviewRequest, previewed, previewOf } from './preview';

const previewIn = (locale: string, variables?: unknown) => previewOf({ template: 'reminder', locale, variables });

describe('a mail that nobody gets', () => {
  it.each(previewed)('shows %s as it would be sent', async (template) => {
    const { subject, text, raw } = previewOf({ template, locale: 'en' });
    const mail = await PostalMime.parse(raw);
    expect(mail.subject).toBe(subject);
    expect(mail.text?.trimEnd()).toBe(text.trimEnd());
  });

  it('says what it is given, and else what the example says', () => {
    const { subject, text } = previewIn('de', {
      license: { product: 'Dose' },
      customer: null,
      expiresOn: '2026-01-10',
    });
    expect(subject).toBe('Ihre Lizenz für Dose läuft morgen ab');
    expect(text).toContain('Kontingent: 1.250');
    expect(text).not.toContain('Kunde:');
  });

  it('is written at the time that is given', () => {
    const { subject } = previewOf({ template: 'reminder', locale: 'en', now: Date.parse('2026-03-10T08:00:00Z') });
    expect(subject).toContain('expires today');
  });

  it('has as many lines as are given, each completed from the example', () => {
    const { text } = previewOf({
      template: 'confirmation',
      locale: 'en',
      variables: { lines: [{ product: 'One' }, { product: 'Two' }, { product: 'Three' }] },
    });
    expect(text.match(/^(One|Two|Three), license S-1001$/gm)).toEqual([
      'One, license S-1001',
      'Two, license S-1001',
      'Three, license S-1001',
    ]);
  });
});

describe('what cannot be shown is refused with the way out', () => {
  it.each<[string, Partial<PreviewRequest>, string]>([
    ['an unknown mail', { template: 'postcard' }, 'There is no mail "postcard". There are access-removed, alert,'],
    ['an unknown locale', { locale: 'fr' }, 'There is no locale "fr". There are de, en'],
    ['no locale', { locale: '' }, 'There is no locale "".'],
    [
      'an unknown variable',
      { variables: { license: { color: 'red' } } },
      'There is no license.color. There are id, product',
    ],
    [
      'a variable of another type',
      { variables: { license: { quota: '25' } } },
      'license.quota is a number, such as 1250.',
    ],
    ['a list that is none', { variables: { because: { orders: 'one' } } }, 'because.orders is a list, such as ['],
    ['an object that is none', { variables: { license: 'S-1' } }, 'license is an object with id, product'],
    ['no object at all', { variables: [] }, 'What is given is an object with to,'],
    ['a day that is none', { variables: { expiresOn: 'tomorrow' } }, 'With these variables no mail can be written.'],
    ['a term that is over', { variables: { expiresOn: '2026-01-01' } }, 'a reminder comes too late'],
    ['a role that is none', { variables: { because: { role: 'uncle' } } }, 'no sentence because.uncle'],
    ['an address that is none', { variables: { to: { email: 'anna' } } }, 'no address that mail can be sent to'],
    [
      'a variable that has to be said',
      { variables: { license: null } },
      'With these variables no mail can be written.',
    ],
  ])('%s', (_, request, sentence) => {
    const refusal = () => previewOf({ template: 'reminder', locale: 'en', ...request });
    expect(refusal).toThrow(expect.objectContaining<Partial<Refusal>>({ code: 'INVALID_INPUT' }));
    expect(refusal).toThrow(sentence);
  });
});
