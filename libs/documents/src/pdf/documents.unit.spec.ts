import { wordsIn } from '@renewals/words';
import { shownOn, structureOf, textOfPdf } from '../../../../test/support/text-of-pdf';
import { aProforma, aReceipt, reader } from './examples.spec';
import { proforma } from './proforma';
import { receipt } from './receipt';

const english = wordsIn('en');
const german = wordsIn('de');

/** Where a text is broken into lines is its page's business. */
const squeezed = (text: string) => text.replace(/[\s\u00a0]+/gu, '');
const copied = (pdf: Buffer) => squeezed(textOfPdf(pdf));
const expectAll = (pdf: Buffer, texts: readonly string[]) => {
  const text = copied(pdf);
  for (const one of texts) expect(text).toContain(squeezed(one));
};

describe('a proforma', () => {
  it('says in text that can be copied what is offered, to whom, at what price and for how long', () =>
    expectAll(proforma(aProforma(), english), [
      'Proforma invoice',
      'Harbour Imaging',
      'sales@harbour.example',
      'Größe & Söhne GmbH',
      'Jürgen Weiß',
      'Quote Q-2026-17',
      'Purchase order PO-4711',
      'Issued 10 February 2026',
      'Valid until 28 February 2026',
      'Barcode Reader SDK',
      'License L-2041',
      '25',
      '11 March 2026 to 10 March 2027',
      'EUR 49.90',
      'Total EUR 1,247.50',
      'It is not an invoice',
      'Page 1 of 1',
    ]));

  it('says it in the language of its reader', () =>
    expectAll(proforma(aProforma(), german), [
      'Proforma-Rechnung',
      'Angebot Q-2026-17',
      'Gültig bis 28. Februar 2026',
      '1.247,50 EUR',
      'Seite 1 von 1',
    ]));

  it('leaves out what nobody knows', () => {
    const { term: _term, unitPrice: _price, ...line } = reader;
    const { poNumber: _order, ...content } = aProforma({ lines: [line] });
    const text = copied(proforma(content, english));
    for (const missing of ['Purchaseorder', '49.90', '11March', 'Subtotal', 'undefined']) {
      expect(text).not.toContain(missing);
    }
  });
});

describe('a receipt', () => {
  it('says what was invoiced, with taxes as they were given, what was paid and what is left', () => {
    const pdf = receipt(aReceipt(), english);
    expectAll(pdf, ['Receipt', 'Invoice I-2026-9', 'Purchase order PO-4711', 'Issued 11 March 2026']);
    const rows = rowsOf(pdf);
    expect(rows).toEqual(
      expect.arrayContaining([
        'Subtotal EUR 1,247.50',
        'USt. 19 % (DE123456789) EUR 237.02',
        'Total EUR 1,484.52',
        'Paid on 20 March 2026 by bank transfer EUR 1,000.00',
        'Credited EUR 10.00',
        'Still to be paid EUR 474.52',
      ]),
    );
  });

  it('says nothing of taxes, payments and credits where there are none', () => {
    const { number, issuedOn, vendor, customer, lines, total } = aReceipt();
    const text = copied(receipt({ number, issuedOn, vendor, customer, lines, total }, english));
    for (const none of ['Subtotal', 'USt', 'Paid', 'Credited', 'Still']) expect(text).not.toContain(none);
  });
});

describe('a document on paper', () => {
  it.each([
    ['Latin', 'Łódź Æther Œuvre Ünïcødé ß'],
    ['ligatures', 'office affluent fjord'],
    ['Greek', 'Αθήνα Ωμέγα Ψυχή'],
    ['Cyrillic', 'Общество «Щука» Ёлка'],
    ['Armenian', 'Երևան'],
    ['Georgian', 'თბილისი'],
    ['signs', '€ £ ₴ ½ № “quoted” – 5 µm × 3'],
  ])('gives back what is written in it: %s', (_script, text) => {
    const customer = { name: text, lines: [`c/o ${text}`] };
    const line = { ...reader, product: text, license: text };
    expectAll(proforma(aProforma({ customer, lines: [line] }), english), [text, `c/o ${text}`, `License ${text}`]);
  });

  it('breaks what is too long for its place, also within a word, and loses nothing', () => {
    const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
    const sentence = 'A very long name of a product that nobody reads to its end. '.repeat(6);
    const customer = { name: word, lines: [sentence] };
    const line = { ...reader, product: `${word} ${sentence}`, license: word };
    const pdf = receipt(aReceipt({ customer, lines: [line], number: word, poNumber: sentence }), english);
    expectAll(pdf, [word, sentence, `${word} ${sentence}`, `License ${word}`]);
    for (const { x, y } of shownOn(pdf).flat()) {
      expect([x >= 0, x < 560, y > 0, y < 842]).toEqual([true, true, true, true]);
    }
  });

  it('goes over as many pages as it needs: each with the headings and its number, no row on two', () => {
    const lines = Array.from({ length: 200 }, (_, at) => ({ ...reader, license: `L-${at + 1}-of-200` }));
    const pdf = proforma(aProforma({ lines }), english);
    const pages = shownOn(pdf).map((page) => squeezed(page.map(({ text }) => text).join('\n')));
    expect(pages.length).toBeGreaterThan(4);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Q-2026-17·Page${at + 1}of${pages.length}`);
      expect(page).toContain('ProductQuotaTermUnitpriceAmount');
      const begun = page.match(/BarcodeReaderSDK/g) ?? [];
      expect(page.match(/LicenseL-\d+-of-200/g)).toHaveLength(begun.length);
      expect(page.match(/EUR49\.90/g)).toHaveLength(begun.length);
    }
    const all = pages.join('\n');
    for (const { license } of lines) expect(all).toContain(`License${license}`);
    expect(pages.at(-1)).toContain('TotalEUR');
  });

  it('tells programs its title, its language and its day', () => {
    const pdf = proforma(aProforma(), german);
    expect(structureOf(pdf)).toContain('/Lang (de)');
    expect(structureOf(pdf)).toContain('(Proforma-Rechnung Q-2026-17)');
    expect(structureOf(pdf)).toContain('(D:20260210000000Z)');
    expect(pdf.toString('latin1')).toContain('<rdf:li xml:lang="x-default">Proforma-Rechnung Q-2026-17</rdf:li>');
  });

  it('is the same bytes whenever it is made, and another file for other content', () => {
    const idOf = (pdf: Buffer) => /\/ID \[<(\w+)>/.exec(pdf.toString('latin1'))?.[1];
    const first = receipt(aReceipt(), english);
    proforma(aProforma({ customer: { name: 'ﬁ ﬃ µ Å ẞ' } }), german);
    expect(receipt(aReceipt(), english).equals(first)).toBe(true);
    expect(idOf(receipt(aReceipt({ poNumber: 'PO-4712' }), english))).not.toBe(idOf(first));
  });
});

/** What stands at one height, from left to right. */
function rowsOf(pdf: Buffer): string[] {
  const rows = new Map<number, string[]>();
  for (const { text, y } of shownOn(pdf)
    .flat()
    .sort((one, other) => one.x - other.x)) {
    rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), text]);
  }
  return [...rows.values()].map((texts) =>
    texts
      .join(' ')
      .replace(/[\s\u00a0]+/gu, ' ')
      .trim(),
  );
}
