/** Hand-written PDFs for features that no writer library makes: each test states the content stream it means. */

export interface MinimalPage {
  /** Content stream operators. `F1` is Helvetica; `F2` is Chinese by UniGB-UCS2-H without an embedded font. */
  readonly content: string;
  /** More entries of the page dictionary: /Rotate 90, /CropBox [..], /UserUnit 2 … */
  readonly entries?: string;
  readonly mediaBox?: string;
}

/** Bytes of a PDF with the given pages; `trailer` holds further entries of its trailer. */
export function minimalPdf(pages: readonly MinimalPage[], trailer = ''): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${10 + 2 * index} 0 R`).join(' ');
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  objects[4] = '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>';
  objects[5] =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>';
  objects[6] =
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>';
  pages.forEach((page, index) => {
    const number = 10 + 2 * index;
    const box = page.mediaBox ?? '[0 0 600 800]';
    objects[number] =
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${page.entries ?? ''} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`;
    objects[number + 1] = `<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`;
  });
  return bytesOf(objects, trailer);
}

function bytesOf(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.6\n';
  const offsets: number[] = [];
  objects.forEach((object, number) => {
    offsets[number] = text.length;
    text += `${number} 0 obj\n${object}\nendobj\n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length}\n`;
  for (let number = 0; number < objects.length; number += 1) {
    const offset = offsets[number];
    text += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  text += `trailer\n<< /Size ${objects.length} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Hex string of a text for font F2. */
function ucs2(text: string): string {
  return `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** Shows a text at a point (PDF coordinates, origin at the bottom left). */
export function at(x: number, y: number, text: string, size = 12): string {
  const wide = /[^\u0000-\u00ff]/.test(text);
  return `BT /${wide ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${wide ? ucs2(text) : `(${text})`} Tj ET\n`;
}
