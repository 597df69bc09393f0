import type { Explanation, Verdict } from '@renewals/automations';
import type { Html } from '../page/html';
import { badge, type Tone } from '../words/badges';

const words: Readonly<Record<Verdict, string>> = {
  sent: 'sent',
  'not-sent': 'not sent',
  failed: 'failed',
  waiting: 'waiting',
  'to-come': 'to come',
  none: 'none',
};

const tones: Readonly<Record<Verdict, Tone>> = {
  sent: 'good',
  'not-sent': 'quiet',
  failed: 'bad',
  waiting: 'warm',
  'to-come': 'accent',
  none: 'quiet',
};

export function verdictBadge({ verdict, expected }: Pick<Explanation, 'verdict' | 'expected'>): Html {
  if (verdict === 'to-come' && expected === 'not-sent') return badge('will not be sent', 'quiet');
  return badge(words[verdict], tones[verdict]);
}
