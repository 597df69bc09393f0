import { createHash } from 'node:crypto';
import type { IsoDate } from '@renewals/licensing';
import PDFDocument from 'pdfkit';
import { fontsOfDocument } from './fonts';

export type Paper = PDFKit.PDFDocument;

/** Points. */
export const MARGIN = 48;
const FOOT = 8;

export const ink = { black: '#1a1a1a', grey: '#666666', line: '#cccccc' } as const;

/** What readers of PDF know of a file without opening it. */
export interface Imprint {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly date: IsoDate;
  /** All that the file is made from. */
  readonly content: unknown;
}

/**
 * The file with what `draw` puts on its pages of A4, and `foot` below each. The fonts stand in it, with what each glyph
 * means, so that its text can be copied. The same arguments make the same bytes.
 */
export function printed(
  { title, author, subject, language, date, content }: Imprint,
  draw: (paper: Paper) => void,
  foot: (page: number, pages: number) => string,
): Buffer {
  // The file's own id is made from these.
  const info = {
    Title: title,
    Author: author,
    Subject: subject,
    CreationDate: new Date(date),
    Digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  };
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // None by itself: both are registered.
    font: '',
    info,
  });
  const { regular, bold } = fontsOfDocument();
  paper.registerFont('regular', regular).registerFont('bold', bold).font('regular');
  draw(paper.fillColor(ink.black));
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page++) footed(paper, page, foot(page + 1, count));
  paper.end();
  return bytesOf(paper);
}

/** The last height at which something can be put on a page, points from its top. */
export function bottomOf(paper: Paper): number {
  return paper.page.height - MARGIN;
}

export function widthOf(paper: Paper): number {
  return paper.page.width - 2 * MARGIN;
}

function footed(paper: Paper, page: number, text: string): void {
  paper.switchToPage(page);
  paper.font('regular', FOOT).fillColor(ink.grey);
  const oneLine = { height: paper.currentLineHeight(), ellipsis: true };
  paper.text(text, MARGIN, bottomOf(paper) + 2 * FOOT, { width: widthOf(paper), align: 'center', ...oneLine });
}

/** It is whole once it has ended: nothing is waited for. */
function bytesOf(paper: Paper): Buffer {
  const chunks: Buffer[] = [];
  for (let chunk: unknown; (chunk = paper.read()) !== null;) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
