import { bottomOf, ink, MARGIN, type Paper, widthOf } from './paper';

export interface Column {
  readonly heading: string;
  /** Share of the width of the page. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

/** One text a column. */
export type Row = readonly string[];

const SIZE = 8;
const GAP = 8;
const PADDING = 4;

/** A row stands on one page, and every page begins with the headings. */
export function drawTable(paper: Paper, columns: readonly Column[], rows: readonly Row[]): void {
  const headings = columns.map(({ heading }) => heading);
  const head = () => drawRow(paper.font('bold', SIZE), columns, headings);
  head();
  for (const row of rows) {
    paper.font('regular', SIZE);
    if (paper.y + heightOf(paper, columns, row) > bottomOf(paper)) {
      paper.addPage();
      head();
    }
    drawRow(paper.font('regular', SIZE), columns, row);
  }
}

function drawRow(paper: Paper, columns: readonly Column[], row: Row): void {
  const top = paper.y;
  const height = heightOf(paper, columns, row);
  let left = MARGIN;
  for (const [index, column] of columns.entries()) {
    const { align } = column;
    paper.text(row[index] ?? '', left, top + PADDING, { width: inner(paper, column), align });
    left += column.share * widthOf(paper);
  }
  const bottom = top + height;
  paper
    .moveTo(MARGIN, bottom)
    .lineTo(MARGIN + widthOf(paper), bottom)
    .lineWidth(0.5)
    .stroke(ink.line);
  paper.x = MARGIN;
  paper.y = bottom;
}

function heightOf(paper: Paper, columns: readonly Column[], row: Row): number {
  const heights = columns.map((column, index) =>
    paper.heightOfString(row[index] ?? '', { width: inner(paper, column) }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function inner(paper: Paper, { share }: Column): number {
  return share * widthOf(paper) - GAP;
}
