import { mergedTerms, writtenAt } from './merged-terms';

const content = {
  upcomingDays: 90,
  terms: { reminders: { offsets: [90, 60], hour: 9 }, salesTask: 'none', recurringBilling: { opensDaysBefore: 60 } },
  channels: {
    store: null,
    reseller: { reminders: { offsets: [30] }, salesTask: { opensDaysBefore: 90 }, recurringBilling: 'none' },
  },
};

describe('terms that every channel shares', () => {
  const merged = mergedTerms(content) as { channels: Record<string, object> };

  it('hold where a channel says nothing', () => expect(merged.channels['store']).toEqual(content.terms));

  it('are overruled setting by setting, and a list or a word as a whole', () =>
    expect(merged.channels['reseller']).toEqual({
      reminders: { offsets: [30], hour: 9 },
      salesTask: { opensDaysBefore: 90 },
      recurringBilling: 'none',
    }));

  it('leave the rest of the file, and what is no mapping, as it is', () => {
    expect(Object.keys(merged)).toEqual(['upcomingDays', 'channels']);
    expect(mergedTerms(['no', 'mapping'])).toEqual(['no', 'mapping']);
    expect(mergedTerms({ terms: {}, channels: 'all' })).toEqual({ channels: 'all' });
  });
});

it.each([
  [['channels', 'reseller', 'reminders', 'offsets', 0], 'channels.reseller.reminders.offsets.0'],
  [['channels', 'reseller', 'reminders', 'hour'], 'terms.reminders.hour'],
  [['channels', 'store', 'reminders', 'offsets', 1], 'terms.reminders.offsets.1'],
  [['channels', 'store', 'quota'], 'terms.quota'],
  [['channels', 'store'], 'channels.store'],
  [['upcomingDays'], 'upcomingDays'],
])('what stands at %p was written at %s', (path, place) => expect(writtenAt(path, content).join('.')).toBe(place));
