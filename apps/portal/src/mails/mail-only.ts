/** The content security policy of a mail's HTML: nothing in it runs, loads or leads anywhere by itself. */
export const MAIL_ONLY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";
