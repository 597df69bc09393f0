// Makes Handlebars templates of the MJML beside it, and puts the parts of the texts together.
// `node libs/mail/templates/compile.mjs [folder to write to]`
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';

const sources = import.meta.dirname;
const [compiled = join(sources, 'compiled')] = process.argv.slice(2);
mkdirSync(compiled, { recursive: true });

for (const file of readdirSync(sources)) {
  if (file.endsWith('.mjml')) writeFileSync(join(compiled, file.replace(/mjml$/, 'html.hbs')), htmlOf(file));
  if (file.endsWith('.txt.hbs')) writeFileSync(join(compiled, file), textOf(file));
}

function htmlOf(file) {
  const path = join(sources, file);
  const { html, errors } = mjml2html(readFileSync(path, 'utf8'), { filePath: path, validationLevel: 'soft' });
  // What is chosen when the mail is written, MJML cannot know to be right.
  const faults = errors.filter(({ message }) => !message.includes('{{'));
  if (faults.length > 0) throw new Error(faults.map(({ formattedMessage }) => formattedMessage).join('\n'));
  return html.replace(/^\s+/gm, '');
}

function textOf(file) {
  return readFileSync(join(sources, file), 'utf8').replace(/^{{> (\w+)}}\n/gm, (_, part) =>
    readFileSync(join(sources, 'parts', `${part}.txt.hbs`), 'utf8'),
  );
}
