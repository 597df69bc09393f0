import { fileOf, MailFolder } from '@renewals/mail';
import { Person } from './person';
import { Served } from './served';

const messageId = '<a-mail@scanware.example>';
const page = `/portal/mails/${encodeURIComponent(fileOf(messageId))}`;

const mail = `Message-ID: ${messageId}
Date: Mon, 01 Dec 2025 12:00:00 +0000
From: renewals@scanware.example
To: anna@customer.example
Subject: Your quote
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=utf-8

The quote is attached.
--part
Content-Type: text/html; name="=?UTF-8?Q?Angebot_f=C3=BCr_=22Anna=22=2Ehtml?="
Content-Disposition: attachment; filename="=?UTF-8?Q?Angebot_f=C3=BCr_=22Anna=22=2Ehtml?="
Content-Transfer-Encoding: base64

PHNjcmlwdD4=
--part--
`;

describe('the page of a mail', () => {
  let served: Served;
  let person: Person;
  beforeAll(async () => {
    served = await Served.begin();
    await new MailFolder(served.infrastructure.directory.mail).send({
      messageId,
      date: Date.parse('2025-12-01T12:00:00Z'),
      from: 'renewals@scanware.example',
      envelope: { from: 'renewals@scanware.example', to: 'anna@customer.example' },
      names: [],
      raw: Buffer.from(mail.replaceAll('\n', '\r\n')),
    });
    person = new Person(served);
    await person.signIn();
  });
  afterAll(() => served.close());

  it('leads to what is attached, which is downloaded and never shown', async () => {
    const text = await person.reads(page);
    expect(text).toContain('The quote is attached.');
    expect(text).toContain('Angebot für &quot;Anna&quot;.html');
    const [, address] = /href="([^"]+attachments[^"]+)"/.exec(text) ?? [];
    const { body, headers } = await person.get(String(address)).expect(200);
    expect(String(body)).toBe('<script>');
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''Angebot%20f%C3%BCr%20%22Anna%22.html",
    });
  });

  it.each(['1', '-1', 'length', '0x0'])('has no attachment %s', async (nth) => {
    await person.get(`${page}/attachments/${nth}`).expect(404);
  });
});
