import { dirname, join } from 'node:path';

const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** Files of fonts with the scripts of Europe and its neighbours. */
export const fonts = {
  regular: join(folder, 'DejaVuSans.ttf'),
  bold: join(folder, 'DejaVuSans-Bold.ttf'),
};
