import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';

/**
 * Page 12 of the original stays "12" in viewers, although an index of `added` pages (i, ii …) stands before it. Labels that
 * the original has move along.
 */
export function labelPages(document: PDFDocument, added: number): void {
  const { catalog, context } = document;
  const before = catalog.lookup(PDFName.of('PageLabels'));
  const labels = before instanceof PDFDict ? before.lookup(PDFName.of('Nums')) : undefined;
  const roman = context.obj({ S: 'r' });
  const decimal = context.obj({ S: 'D' });
  const own: (PDFObject | number)[] = labels instanceof PDFArray ? moved(labels, added) : [added, decimal];
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, roman, ...own] }));
}

function moved(labels: PDFArray, added: number): (PDFObject | number)[] {
  return labels.asArray().map((item, index) => {
    const value = index % 2 === 0 ? labels.lookup(index) : item;
    return value instanceof PDFNumber ? value.asNumber() + added : item;
  });
}
