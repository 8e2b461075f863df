import type { HeaderCell, SampleBlock, SampleDocument, SampleTable } from '../../../scripts/samples/document.ts';
import { cell, docx, paragraph, row, run, table, text } from './docx.ts';

/** The accounts of an invented unit as an office writes them in Word: heading styles, merged headers, repeated header rows. */
export function accountsDocx({ title, blocks }: SampleDocument): Uint8Array {
  return docx({
    body: text(escaped(title), '<w:pStyle w:val="Title"/>') + blocks.map(blockOf).join(''),
    styles: STYLES,
  });
}

const STYLES = [1, 2, 3, 4]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .concat('<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>')
  .join('');

function blockOf(block: SampleBlock): string {
  if (block.kind === 'heading') return text(escaped(block.text), `<w:pStyle w:val="H${block.level + 1}"/>`);
  return block.kind === 'paragraph' ? text(escaped(block.text)) : tableOf(block);
}

function tableOf({ mark, title, unit, header, rows, notes }: SampleTable): string {
  const centred = '<w:jc w:val="center"/>';
  return [
    mark === '' ? '' : text(mark),
    paragraph(run(escaped(title), '<w:b/>'), centred),
    unit === '' ? '' : text(`单位：${unit}`, '<w:jc w:val="right"/>'),
    table(
      ...headerRows(header).map((cells) => row(cells, '<w:tblHeader/>')),
      ...rows.map((texts) => row(texts.map((each) => cell(text(escaped(each)))))),
    ),
    ...notes.map((note) => text(escaped(note))),
  ].join('');
}

/** Word repeats a cell merged downwards as an empty one in each row below. */
function headerRows(header: readonly (readonly HeaderCell[])[]): string[][] {
  /** For each column where a cell reaches down: the row it ends before, and its width. */
  const reaching = new Map<number, { until: number; columns: number }>();
  return header.map((cells, r) => {
    const written: string[] = [];
    let c = 0;
    const goOn = (): void => {
      for (let above = reaching.get(c); above !== undefined && above.until > r; above = reaching.get(c)) {
        written.push(cell('', `<w:gridSpan w:val="${above.columns}"/><w:vMerge/>`));
        c += above.columns;
      }
    };
    for (const { text: content, rs = 1, cs = 1 } of cells) {
      goOn();
      const merge = rs > 1 ? '<w:vMerge w:val="restart"/>' : '';
      written.push(cell(text(escaped(content)), `<w:gridSpan w:val="${cs}"/>${merge}`));
      if (rs > 1) reaching.set(c, { until: r + rs, columns: cs });
      c += cs;
    }
    goOn();
    return written;
  });
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
