import { dirname, join } from 'node:path';
import { type Font, openSync } from 'fontkit';

/** What `registerFont` takes. A font that was read already is taken too, which its types do not say. */
type FontSource = Buffer;

const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** Scripts of Europe and its neighbours. Kept, as reading a font takes several times as long as writing with it. */
const regular = openSync(join(folder, 'DejaVuSans.ttf'));
const bold = openSync(join(folder, 'DejaVuSans-Bold.ttf'));

/** For one document, which is written before the next is begun. */
export function fontsOfDocument(): { readonly regular: FontSource; readonly bold: FontSource } {
  return { regular: anew(regular), bold: anew(bold) };
}

/**
 * A font remembers of each glyph what it meant when it was met first: in another document that was something else, or
 * nothing, where it was a part of another glyph.
 */
function anew(font: Font): FontSource {
  font._glyphs = {};
  return font as unknown as FontSource;
}
