import type { ContactId } from '@renewals/licensing';
import Handlebars from 'handlebars';
import type { MailingList } from './mailing-list';
import { oneLine } from './writing';

/** What a mail says, ready to be sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail of any kind knows. Texts as they are, unescaped. */
export interface Correspondence {
  readonly to: { readonly email: string; readonly name?: string };
  /** Whom it names besides the one it is to. */
  readonly alsoNames?: readonly ContactId[];
  readonly vendor: {
    readonly name: string;
    /** Sender, an address. */
    readonly mailFrom: string;
    readonly supportEmail: string;
    readonly salesEmail: string;
  };
  /** That it goes to; none of a mail that its reader cannot do without. */
  readonly list?: MailingList;
}

/** A sentence that is true for the reader now, and where to do it. */
export interface WhatToDo {
  readonly sentence: string;
  readonly link?: { readonly label: string; readonly url: string };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What the templates of every kind say; those of one kind may say more. Every value is text on one line. */
export interface Wording {
  readonly subject: string;
  readonly greeting: string;
  readonly facts: readonly Fact[];
  readonly whatToDo: {
    readonly sentence: string;
    readonly link: { readonly label: string; readonly url: string } | null;
  };
  readonly questions: readonly { readonly about: string; readonly email: string }[];
  readonly vendor: string;
  /** Why the reader gets it. */
  readonly because: string;
  /** Where the reader leaves the list. */
  readonly unsubscribe: string | null;
}

interface Said {
  readonly subject: string;
  readonly facts: readonly Fact[];
  readonly whatToDo: WhatToDo;
  readonly because: string;
}

/** The wording that all kinds have in common. */
export function wordingOf({ to, vendor, list }: Correspondence, { subject, facts, whatToDo, because }: Said): Wording {
  const { sentence, link } = whatToDo;
  return {
    subject: oneLine(subject),
    greeting: to.name === undefined ? 'Hello,' : `Hello ${oneLine(to.name)},`,
    facts: facts.map(({ label, value }) => ({ label, value: oneLine(value) })),
    whatToDo: {
      sentence: oneLine(sentence),
      link: link ? { label: oneLine(link.label), url: oneLine(link.url) } : null,
    },
    questions: [
      { about: 'the license', email: oneLine(vendor.supportEmail) },
      { about: 'the renewal', email: oneLine(vendor.salesEmail) },
    ],
    vendor: oneLine(vendor.name),
    because: oneLine(because),
    unsubscribe: list ? oneLine(list.unsubscribeUrl) : null,
  };
}

/** A value that a template names and the wording lacks is an error, never a blank in a mail. */
const strict = { strict: true, knownHelpersOnly: true };

/** The body of a kind, Handlebars, between greeting and what to do. */
export interface Body {
  readonly text: string;
  readonly html: string;
}

/** Writes letters of one kind: in HTML every value is escaped. */
export function letterTemplate<Of extends Wording>({ text, html }: Body): (wording: Of) => Letter {
  const textTemplate = Handlebars.compile<Of>(textFrame(text), { ...strict, noEscape: true });
  const htmlTemplate = Handlebars.compile<Of>(htmlFrame(html), strict);
  return (wording) => ({ subject: wording.subject, text: textTemplate(wording), html: htmlTemplate(wording) });
}

/** Lines of what it is about. */
export const facts: Body = {
  text: `{{#each facts}}
{{this.label}}: {{this.value}}
{{/each}}`,
  html: `<table style="border-collapse:collapse">
{{#each facts}}
<tr><th scope="row" style="text-align:left;padding:.2em 1.5em .2em 0;font-weight:normal;color:#666">{{this.label}}</th><td>{{this.value}}</td></tr>
{{/each}}
</table>`,
};

const textFrame = (body: string) => `{{greeting}}

${body}

{{whatToDo.sentence}}
{{#if whatToDo.link}}
{{whatToDo.link.label}}: {{whatToDo.link.url}}
{{/if}}

{{#each questions}}
Questions about {{this.about}}: {{this.email}}
{{/each}}

{{vendor}}
{{because}}
{{#if unsubscribe}}
Unsubscribe from this list: {{unsubscribe}}
{{/if}}
`;

const htmlFrame = (body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{subject}}</title>
</head>
<body style="margin:0 auto;max-width:36em;padding:1.5em;font:16px/1.5 sans-serif;color:#222">
<p>{{greeting}}</p>
${body}
<p>{{whatToDo.sentence}}{{#if whatToDo.link}}<br>
<a href="{{whatToDo.link.url}}">{{whatToDo.link.label}}</a>{{/if}}</p>
<p>{{#each questions}}Questions about {{this.about}}: <a href="mailto:{{this.email}}">{{this.email}}</a><br>
{{/each}}</p>
<p style="color:#666;font-size:14px">{{vendor}}<br>
{{because}}{{#if unsubscribe}}<br>
<a href="{{unsubscribe}}">Unsubscribe from this list</a>{{/if}}</p>
</body>
</html>
`;
