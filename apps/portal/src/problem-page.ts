import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../api/src/problems/problem';
import { html } from './page/html';
import { page } from './page/layout';
import { localPath } from './sign-in/local-path';
import { signInPage } from './sign-in/sign-in-page';

/** For people on the pages; programs get `undefined`, and then JSON. */
export function problemPage({ status, title, detail }: Problem, request: FastifyRequest): string | undefined {
  if (!isForAPerson(request)) return undefined;
  const frame = {
    path: '',
    mode: 'live',
    now: 0,
    once: request.id,
    ...(request.caller && { caller: request.caller }),
  } as const;
  if (status === 401) return signInPage(frame, { then: localPath(request.url) });
  return page(
    title,
    frame,
    html`<section class="card narrow">
      <h1>${title}</h1>
      <p>${detail}</p>
      <p><a class="button" href="/">Back to what is due</a></p>
      <p class="sub">Reference ${request.id}</p>
    </section>`,
  );
}

function isForAPerson({ url, headers }: FastifyRequest): boolean {
  const onPages = url === '/' || /^\/(\?|portal\/|sign-in|unsubscribe\/|problems\/)/.test(url);
  return onPages && (headers.accept ?? '').includes('text/html');
}
