import type { IsoDate } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { DocumentContent, Party } from './content';
import { drawLines } from './lines';
import { bottomOf, ink, MARGIN, type Paper, printed, widthOf } from './paper';

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** A document with lines and sums; what tells its kinds apart comes from them. */
export interface Sheet {
  readonly title: string;
  readonly content: DocumentContent;
  /** The day of what is newest in it. */
  readonly date: IsoDate;
  /** Beside the customer. */
  readonly facts: readonly Labelled[];
  /** Below the total. */
  readonly sums: readonly Labelled[];
  readonly note?: string;
}

const SIZE = 9;
const GAP = 8;

export function writtenOn({ title, content, date, facts, sums, note }: Sheet, words: Words): Buffer {
  const { vendor, customer, number } = content;
  const imprint = {
    title: `${title} ${number}`,
    author: vendor.name,
    subject: number,
    language: words.locale,
    date,
    content: [title, content, words.locale],
  };
  return printed(
    imprint,
    (paper) => {
      heading(paper, vendor, title);
      const top = paper.y + 24;
      const middle = MARGIN + widthOf(paper) / 2;
      const left = addressee(paper, customer, words.say('fact.customer'), top);
      factsBeside(paper, facts, middle, top);
      paper.x = MARGIN;
      paper.y = Math.max(left, paper.y) + 24;
      drawLines(paper, content.lines, words);
      drawSums(paper, [...totals(content, words), ...sums]);
      if (note !== undefined) below(paper, note);
    },
    (page, pages) => words.say('document.page', { title, number, page, pages }),
  );
}

function heading(paper: Paper, vendor: Party, title: string): void {
  paper.font('bold', 16).text(title, MARGIN, MARGIN, { width: widthOf(paper) });
  party(paper, vendor, { left: MARGIN, top: paper.y + 6, width: widthOf(paper) });
}

/** Answers how far down it reaches. */
function addressee(paper: Paper, customer: Party, label: string, top: number): number {
  const width = widthOf(paper) / 2 - 16;
  paper.font('regular', SIZE).fillColor(ink.grey).text(label, MARGIN, top, { width }).fillColor(ink.black);
  party(paper, customer, { left: MARGIN, top: paper.y, width });
  return paper.y;
}

function party(
  paper: Paper,
  { name, lines = [] }: Party,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
): void {
  paper.font('bold', SIZE).text(name, left, top, { width }).font('regular', SIZE);
  for (const line of lines) paper.text(line, { width });
}

function factsBeside(paper: Paper, facts: readonly Labelled[], left: number, top: number): void {
  const width = widthOf(paper) / 4;
  paper.y = top;
  for (const { label, value } of facts) {
    const { y } = paper;
    paper.fillColor(ink.grey).text(label, left, y, { width: width - 8 });
    const labelEnds = paper.y;
    paper.fillColor(ink.black).text(value, left + width, y, { width });
    paper.y = Math.max(labelEnds, paper.y);
  }
}

function totals({ subtotal, tax = [], total }: DocumentContent, words: Words): Labelled[] {
  return [
    ...(subtotal ? [{ label: words.say('document.subtotal'), value: words.money(subtotal) }] : []),
    ...tax.map(({ label, id, amount }) => ({
      label: id === undefined ? label : `${label} (${id})`,
      value: words.money(amount),
    })),
    { label: words.say('fact.total'), value: words.money(total) },
  ];
}

function drawSums(paper: Paper, sums: readonly Labelled[]): void {
  const share = (of: number) => of * widthOf(paper);
  const toLabel = { width: share(0.48) - GAP };
  for (const { label, value } of sums) {
    const height = paper.font('regular', SIZE).heightOfString(label, toLabel);
    if (paper.y + height + GAP / 2 > bottomOf(paper)) paper.addPage();
    const top = paper.y + GAP / 2;
    paper.text(label, MARGIN + share(0.3), top, toLabel);
    const labelEnds = paper.y;
    paper.font('bold', SIZE).text(value, MARGIN + share(0.78), top, { width: share(0.22) - GAP, align: 'right' });
    paper.y = Math.max(labelEnds, paper.y);
  }
}

function below(paper: Paper, note: string): void {
  paper.font('regular', SIZE).fillColor(ink.grey);
  const height = paper.heightOfString(note, { width: widthOf(paper) });
  if (paper.y + height + 24 > bottomOf(paper)) paper.addPage();
  paper.text(note, MARGIN, paper.y + 24, { width: widthOf(paper) });
}
