import Handlebars from 'handlebars';
import type { Wording } from './wording';

/** A value that a template names and the wording lacks is an error, never a blank in a mail. */
const strict = { strict: true, knownHelpersOnly: true };

export const reminderText = Handlebars.compile<Wording>(
  `{{greeting}}

{{opening}}
{{consequence}}

{{#each facts}}
{{this.label}}: {{this.value}}
{{/each}}

{{whatToDo.sentence}}
{{#if whatToDo.link}}
{{whatToDo.link.label}}: {{whatToDo.link.url}}
{{/if}}

Questions about the license: {{supportEmail}}
Questions about the renewal: {{salesEmail}}

{{vendor}}
You get this mail because you are a contact for order {{orderId}}.
`,
  { ...strict, noEscape: true },
);

export const reminderHtml = Handlebars.compile<Wording>(
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{subject}}</title>
</head>
<body style="margin:0 auto;max-width:36em;padding:1.5em;font:16px/1.5 sans-serif;color:#222">
<p>{{greeting}}</p>
<p><strong>{{opening}}</strong><br>{{consequence}}</p>
<table style="border-collapse:collapse">
{{#each facts}}
<tr><th scope="row" style="text-align:left;padding:.2em 1.5em .2em 0;font-weight:normal;color:#666">{{this.label}}</th><td>{{this.value}}</td></tr>
{{/each}}
</table>
<p>{{whatToDo.sentence}}{{#if whatToDo.link}}<br>
<a href="{{whatToDo.link.url}}">{{whatToDo.link.label}}</a>{{/if}}</p>
<p>Questions about the license: <a href="mailto:{{supportEmail}}">{{supportEmail}}</a><br>
Questions about the renewal: <a href="mailto:{{salesEmail}}">{{salesEmail}}</a></p>
<p style="color:#666;font-size:14px">{{vendor}}<br>
You get this mail because you are a contact for order {{orderId}}.</p>
</body>
</html>
`,
  strict,
);
