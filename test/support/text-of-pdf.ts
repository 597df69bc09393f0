import { inflateSync } from 'node:zlib';

/** A text where it is shown, as somebody copies it. Points from the bottom left. */
export interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * What can be copied from each page of a PDF: glyphs of embedded fonts by what the fonts themselves say they mean. Reads
 * as much of PDF (ISO 32000) as specs need: whole objects, deflated streams, hexadecimal strings in brackets.
 */
export function shownOn(pdf: Buffer): Shown[][] {
  const objects = objectsOf(pdf.toString('latin1'));
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => {
    const content = streamOf(objects.get(reference(page, 'Contents')) ?? '');
    return shownBy(content, fontsOf(objects.get(reference(page, 'Resources')) ?? page, objects));
  });
}

/** All of it, line by line. */
export function textOfPdf(pdf: Buffer): string {
  return shownOn(pdf)
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

/** As text, for what is looked up by name and not by what it looks like: `/Lang`. */
export function structureOf(pdf: Buffer): string {
  return [...objectsOf(pdf.toString('latin1')).values()].filter((object) => !object.includes('stream')).join('\n');
}

function objectsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = '', object = '']) => [id, object]),
  );
}

function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function reference(object: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(object)?.[1] ?? '';
}

type Meanings = ReadonlyMap<string, string>;

function fontsOf(resources: string, objects: ReadonlyMap<string, string>): ReadonlyMap<string, Meanings> {
  const [, named = ''] = /\/Font <<([\s\S]*?)>>/.exec(resources) ?? [];
  return new Map(
    [...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const meanings = objects.get(reference(objects.get(id) ?? '', 'ToUnicode')) ?? '';
      return [name, meaningsOf(streamOf(meanings))];
    }),
  );
}

/** Of the ranges that list a text for each glyph, one after the other. */
function meaningsOf(cmap: string): Meanings {
  const ranges = [...cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, first = '0', texts = '']) =>
      [...texts.matchAll(/<([^>]*)>/g)].map(([, text = ''], index) => [
        (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'),
        Buffer.from(text.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'),
      ]),
    ),
  );
}

function shownBy(content: string, fonts: ReadonlyMap<string, Meanings>): Shown[] {
  return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block = '']) => {
    const [, x = '0', y = '0'] = /1 0 0 1 (\S+) (\S+) Tm/.exec(block) ?? [];
    const [, font = ''] = /\/(\w+) \S+ Tf/.exec(block) ?? [];
    const meanings = fonts.get(font);
    const glyphs = [...block.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => meanings?.get(glyph) ?? '\uFFFD').join('');
    return { text, x: Number(x), y: Number(y) };
  });
}
