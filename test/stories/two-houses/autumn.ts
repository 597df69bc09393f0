import type { ForecastLine } from '@renewals/automations';
import { postfix } from '../../support/mail-reports';
import { foretold } from './forecast';
import type { Houses } from './houses';

/** September to November: days of one's own, what is foretold, a mailbox that is gone, and no wish to be reminded. */
export async function autumn(houses: Houses): Promise<readonly ForecastLine[]> {
  await otherDays(houses);
  await bounce(houses);
  await houses.story.on('2026-09-28');
  const expected = await foretold(houses, { from: '2026-10-01', to: '2026-12-31' });
  const link = await unsubscribed(houses);
  await repaired(houses);
  await houses.story.on('2026-11-23');
  await clicks(houses, '**Tane** opens the same page, and wants reminders after all.', `${link}/again`);
  return expected;
}

async function otherDays(houses: Houses): Promise<void> {
  await houses.story.on('2026-09-07');
  const days = `/organizations/${houses.organization('Nordlicht Druck')}/reminder-offsets`;
  await houses.vendor('sales', 'sets reminders of Nordlicht Druck 120, 60, 10, 5 and 0 days before.', days, {
    offsets: [120, 60, 10, 5, 0],
    reason: 'Jonas plans the next year in September.',
  });
}

async function bounce(houses: Houses): Promise<void> {
  const { story } = houses;
  await story.on('2026-09-15');
  const { messageId } = story.lastMailTo(houses.addresses.Lena);
  const { served } = story;
  const report = served.http
    .post('/mails/bounces')
    .set({ authorization: `Bearer ${served.token('service')}`, 'content-type': 'message/rfc822' })
    .send(postfix({ messageId }));
  await story.asks("**The mail server** brings Lena's mail back: no such mailbox.", report);
}

/** Answers where the link leads. */
async function unsubscribed(houses: Houses): Promise<string> {
  const { story } = houses;
  await story.on('2026-10-14');
  const [url = ''] = /http\S+\/unsubscribe\/\S+/.exec(story.lastMailTo(houses.addresses.Tane).text) ?? [];
  const { pathname } = new URL(url);
  const opens = story.served.http.get(pathname).set('accept', 'text/html');
  await story.asks('**Tane** opens the link at the end of the mail. The page asks.', opens);
  await clicks(houses, '**Tane** unsubscribes.', pathname);
  return pathname;
}

async function clicks({ story }: Houses, does: string, path: string): Promise<void> {
  const browser = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
  await story.asks(does, story.served.http.post(path).set(browser));
}

async function repaired(houses: Houses): Promise<void> {
  await houses.story.on('2026-11-16');
  await houses.asksWhy('Tane', 'Reader of Harakeke', 60);
  await houses.asksWhy('Lena', 'Reader of Nordlicht', 60);
  houses.addresses.Lena = 'lena.vogt@nordlicht.example';
  const lena = `/organizations/${houses.organization('Nordlicht Druck')}/contacts/${houses.contactOf('Lena')}`;
  await houses.vendor('support', 'gives Lena her new address, as she asks by phone.', `${lena}/email`, {
    email: houses.addresses.Lena,
  });
}
