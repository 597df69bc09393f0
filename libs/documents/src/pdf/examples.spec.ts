import { isoDate, money } from '@renewals/licensing';
import type { DocumentLine, ProformaContent, ReceiptContent } from './content';

const eur = (amountMinor: number) => money(amountMinor, 'EUR');

export const reader: DocumentLine = {
  product: 'Barcode Reader SDK',
  license: 'L-2041',
  quota: 25,
  term: { startsOn: isoDate('2026-03-11'), expiresOn: isoDate('2027-03-10') },
  unitPrice: eur(4990),
  amount: eur(124_750),
};

const parties = {
  vendor: { name: 'Harbour Imaging', lines: ['sales@harbour.example'] },
  customer: { name: 'Größe & Söhne GmbH', lines: ['Jürgen Weiß'] },
};

export function aProforma(with_: Partial<ProformaContent> = {}): ProformaContent {
  return {
    ...parties,
    number: 'Q-2026-17',
    poNumber: 'PO-4711',
    issuedOn: isoDate('2026-02-10'),
    validUntil: isoDate('2026-02-28'),
    lines: [reader],
    total: eur(124_750),
    ...with_,
  };
}

export function aReceipt(with_: Partial<ReceiptContent> = {}): ReceiptContent {
  return {
    ...parties,
    number: 'I-2026-9',
    poNumber: 'PO-4711',
    issuedOn: isoDate('2026-03-11'),
    lines: [reader],
    subtotal: eur(124_750),
    tax: [{ label: 'USt. 19 %', amount: eur(23_702), id: 'DE123456789' }],
    total: eur(148_452),
    payments: [{ paidOn: isoDate('2026-03-20'), method: 'wire', amount: eur(100_000) }],
    credited: eur(1000),
    open: eur(47_452),
    ...with_,
  };
}
