/** What became of one recipient's mail. After a failure it may still be sent. */
export type Mail =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'suppressed' }
  | { readonly outcome: 'failed'; readonly permanent: boolean; readonly answer: string };

/** Nothing more is recorded about it. */
export function isSettled(mail: Mail | undefined): boolean {
  return mail?.outcome === 'sent' || mail?.outcome === 'suppressed';
}

/** Nobody tries to send it any more. */
export function isOverWith(mail: Mail | undefined): boolean {
  return isSettled(mail) || (mail?.outcome === 'failed' && mail.permanent);
}

/** The same answer to the next attempt is nothing new. */
export function failedAlike(
  mail: Mail | undefined,
  { permanent, answer }: { readonly permanent: boolean; readonly answer: string },
): boolean {
  return mail?.outcome === 'failed' && mail.permanent === permanent && mail.answer === answer;
}
