import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';
import Handlebars from 'handlebars';
import type { DigestWording } from './kinds/digest';
import type { Letter, Wording } from './letter';
import type { ReceiptWording } from './receipt';

export type AnyWording = Wording | ReceiptWording | DigestWording;

/** The sources are in the folder above. */
const COMPILED = join(packageRoot(), 'libs', 'mail', 'templates', 'compiled');

/** A value that a template names and the wording lacks is an error, never a blank in a mail. */
const strict = { strict: true, knownHelpersOnly: true };

interface Template {
  readonly text: Handlebars.TemplateDelegate<AnyWording>;
  readonly html: Handlebars.TemplateDelegate<AnyWording>;
}

/** The wording as a letter. In HTML every value is escaped. */
export function written(wording: AnyWording): Letter {
  const { text, html } = templateNamed(wording.template);
  return { subject: wording.subject, text: text(wording), html: html(wording) };
}

const templates = new Map<AnyWording['template'], Template>();

function templateNamed(name: AnyWording['template']): Template {
  const known = templates.get(name);
  if (known) return known;
  const made = {
    text: Handlebars.compile<AnyWording>(compiled(`${name}.txt.hbs`), { ...strict, noEscape: true }),
    html: Handlebars.compile<AnyWording>(compiled(`${name}.html.hbs`), strict),
  };
  templates.set(name, made);
  return made;
}

function compiled(file: string): string {
  try {
    return readFileSync(join(COMPILED, file), 'utf8');
  } catch {
    throw new Error(`The mail templates are not compiled: ${file} is missing. Run npm run build.`);
  }
}
