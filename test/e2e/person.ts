import { SERVING, type Serving } from '../../apps/api/src/serving';
import type { Role } from '@renewals/platform';
import PostalMime from 'postal-mime';
import type { Served } from './served';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person with a browser: keeps the cookie, sends what browsers send. */
export class Person {
  private identity: Readonly<Record<string, string>> = {};

  constructor(private readonly served: Served) {}

  /** Somebody of that role, as if signed in. */
  static as(served: Served, role: Role, subject = `some ${role}`): Person {
    const person = new Person(served);
    person.identity = { authorization: `Bearer ${served.token(role, subject)}` };
    return person;
  }

  /** As the operator, by the link that the server prints. */
  async signIn(): Promise<void> {
    const secret = this.served.app.get<Serving>(SERVING).links.issue();
    this.keepCookieOf(await this.post(`/sign-in/${secret}`).expect(303));
  }

  async signInWith(email: string, password: string): Promise<void> {
    this.keepCookieOf(await this.post('/sign-in', { email, password }).expect(303));
  }

  get(path: string) {
    return this.served.http.get(path).set({ ...this.identity, accept: 'text/html' });
  }

  post(path: string, fields: Fields = {}) {
    return this.served.http
      .post(path)
      .set({ ...this.identity, accept: 'text/html', 'sec-fetch-site': 'same-origin' })
      .type('form')
      .send(fields);
  }

  /** The text of a page that is there. */
  async reads(path: string): Promise<string> {
    return (await this.get(path).expect(200)).text;
  }

  private keepCookieOf({ headers }: { headers: Readonly<Record<string, unknown>> }): void {
    this.identity = { cookie: String(headers['set-cookie']).split(';', 1)[0] as string };
  }
}

/** The newest mail to somebody, as plain text, once everything is sent that is due. */
export async function newestMailTo(served: Served, address: string): Promise<string> {
  await served.until(new Date(served.clock.now()).toISOString());
  const { body } = await served.as('admin').get('/mails').expect(200);
  const mail = body.items.find(({ to }: { to: string }) => to.includes(address));
  if (!mail) throw new Error(`Nobody wrote to ${address}`);
  const { text } = await served
    .as('admin')
    .get(`/mails/${encodeURIComponent(mail.file)}`)
    .expect(200);
  return (await PostalMime.parse(text)).text ?? '';
}
