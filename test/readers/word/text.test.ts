import { describe, expect, test } from 'vitest';
import { docx, type Parts, paragraph, relationship, row, run, table, text } from './docx.ts';
import { readWordFile } from './read-word-file.ts';

const lines = async (parts: Parts): Promise<readonly string[]> => {
  const { blocks } = await readWordFile(docx(parts));
  return blocks.map((block) => (block.kind === 'table' ? 'table' : block.text));
};
const body = (...content: string[]): Parts => ({ body: content.join('') });

describe('text is what a reader of the printed page sees', () => {
  test('deletions are left out, insertions and moved text stay where they went', async () => {
    const tracked = paragraph(
      `${run('本年收入合计')}<w:del><w:r><w:delText>12.30</w:delText></w:r></w:del><w:ins>${run('13.20')}</w:ins>${run('万元。')}<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo>`,
    );
    expect(await lines(body(tracked))).toEqual(['本年收入合计13.20万元。新']);
  });

  test('a paragraph whose mark was deleted goes on in the next one', async () => {
    const first = text('本年支出', '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(await lines(body(first, text('合计8.10万元。')))).toEqual(['本年支出合计8.10万元。']);
  });

  test('hidden text is left out, directly and by style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="i"><w:basedOn w:val="h"/></w:style>';
    const shown = run('见', '<w:rStyle w:val="i"/><w:vanish w:val="0"/>');
    const hidden = run('不见', '<w:vanish/>') + run('也不见', '<w:rStyle w:val="i"/>');
    expect(await lines({ body: paragraph(hidden + shown), styles })).toEqual(['见']);
  });

  test('fields show their result, not their code; fields inside codes are codes', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${mark('begin')}${mark('separate')}${run('7')}${mark('end')}`;
    const field = mark('begin') + code + mark('separate') + run('42.00') + mark('end');
    expect(await lines(body(paragraph(run('合计') + field + run('元'))))).toEqual(['合计42.00元']);
  });

  test('a field that never ends hides nothing', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(await lines(body(paragraph(open + run('前')), text('后')))).toEqual(['前', '后']);
  });

  test('soft hyphens vanish, hard ones are printed, tabs are blanks, line breaks begin a new line', async () => {
    const pieces =
      run('支\u00ad出') +
      '<w:r><w:softHyphen/><w:noBreakHyphen/><w:tab/></w:r>' +
      run('3.5') +
      '<w:r><w:br/></w:r>' +
      run('次行');
    expect(await lines(body(paragraph(pieces)))).toEqual(['支出- 3.5', '次行']);
  });

  test('controls, tags and links are transparent', async () => {
    const wrapped = `<w:sdt><w:sdtPr/><w:sdtContent>${text('甲')}</w:sdtContent></w:sdt>`;
    const inline = paragraph(
      `<w:smartTag><w:hyperlink>${run('乙')}</w:hyperlink></w:smartTag><w:ruby><w:rt>${run('yǐ')}</w:rt><w:rubyBase>${run('丙')}</w:rubyBase></w:ruby>`,
    );
    expect(await lines(body(wrapped, inline))).toEqual(['甲', '乙丙']);
  });

  test('text boxes are read once, after the paragraph they hang on', async () => {
    const inside = `<w:txbxContent>${text('单位：万元')}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await lines(body(paragraph(box + run('收入支出决算总表')), text('完')))).toEqual([
      '收入支出决算总表',
      '单位：万元',
      '完',
    ]);
  });

  test('headers, footers, notes and comments stand apart', async () => {
    const part = (name: string, content: string) =>
      `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${text(content)}</w:${name}>`;
    const parts: Parts = {
      body: text('正文'),
      relationships: relationship('header', 'header1.xml') + relationship('footnotes', 'footnotes.xml'),
      more: { 'word/header1.xml': part('hdr', '页眉'), 'word/footnotes.xml': part('footnotes', '脚注') },
    };
    expect(await lines(parts)).toEqual(['正文']);
  });

  test('places are offsets in the block', async () => {
    const { blocks } = await readWordFile(docx(body(text('甲乙'), text('丙'))));
    expect(blocks[1]).toMatchObject({ spans: [{ start: 0, end: 1, place: { block: 1, start: 0, end: 1 } }] });
  });

  test('whatever prefix the file gives to the namespace, strict or transitional', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const document = `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>`;
    expect(await lines({ body: '', more: { 'word/document.xml': document } })).toEqual(['严格']);
  });
});

describe('headings are told by style, type and numbering', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
  const kinds = async (content: string) =>
    (await readWordFile(docx({ body: content, styles }))).blocks.map((block) =>
      block.kind === 'heading' ? block.level : block.kind,
    );
  const running = text('本部门全年收支平衡，没有结余，也没有结转到下年使用的资金安排情况。');

  test('by style, by bold or title type, by size', async () => {
    expect(
      await kinds(
        text('概况', '<w:pStyle w:val="2"/>') +
          running +
          paragraph(run('名词解释', '<w:b/>')) +
          paragraph(run('职责', '<w:rFonts w:eastAsia="黑体"/>')) +
          paragraph(run('某局部门决算', '<w:sz w:val="44"/>')) +
          text('普通的一行'),
      ),
    ).toEqual([2, 'paragraph', 1, 1, 1, 'paragraph']);
  });

  test('a whole paragraph in a heading style is no heading', async () => {
    expect(await kinds(text('全年支出8.10万元，比上年增加。', '<w:pStyle w:val="2"/>'))).toEqual(['paragraph']);
  });

  test('entries of the list of contents keep the dots that are printed', async () => {
    const entry = paragraph(`${run('一、主要职责')}<w:r><w:tab/></w:r>${run('3')}`, '<w:pStyle w:val="t"/>');
    const { blocks } = await readWordFile(docx({ body: entry, styles }));
    expect(blocks).toMatchObject([{ kind: 'paragraph', text: '一、主要职责………3' }]);
  });
});

test('what is shown but holds no text is said', async () => {
  const picture = (cx: number) =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="7200000"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>`;
  const object = (program: string) => `<w:r><w:object><o:OLEObject ProgID="${program}"/></w:object></w:r>`;
  const reasons = async (content: string) =>
    (await readWordFile(docx({ body: paragraph(run('附表') + content) }))).reasons.map(({ code }) => code);
  expect(await reasons(picture(5_400_000))).toEqual(['picture-not-read']);
  expect(await reasons(picture(360_000))).toEqual([]);
  expect(await reasons(object('Excel.Sheet.12'))).toEqual(['embedded-object']);
  expect(await reasons(object('Equation.3'))).toEqual([]);
});

test('what the document says of itself', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>某局决算</dc:title><dcterms:modified>2021-09-01T00:00:00Z</dcterms:modified></cp:coreProperties>';
  const rels = `<Relationships>${relationship('officeDocument', '/word/document.xml')}${relationship('core-properties', 'docProps/core.xml')}</Relationships>`;
  const document = await readWordFile(
    docx({ body: table(row(['项目', '金额'])), more: { 'docProps/core.xml': core, '_rels/.rels': rels } }),
  );
  expect(document.metadata).toEqual({ modified: '2021-09-01T00:00:00Z', title: '某局决算' });
});
