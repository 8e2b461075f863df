import type { HeaderCell, SampleBlock, SampleDocument, SampleTable } from './document.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page as a government site would publish it: metadata, navigation around, tables with row and column spans. */
export function renderHtml(document: SampleDocument): Uint8Array {
  const body = document.blocks.map(renderBlock).join('\n');
  const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(document.title)}</title>
<meta name="ArticleTitle" content="${escapeHtml(document.title)}">
<meta name="PubDate" content="${document.publishedOn}">
<meta name="ContentSource" content="${escapeHtml(document.issuer)}">
</head>
<body>
<nav><a href="/">首页</a> <a href="/zwgk/">政务公开</a></nav>
<main>
<h1 class="title">${escapeHtml(document.title)}</h1>
${body}
</main>
<footer>主办单位：${escapeHtml(document.issuer)}</footer>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function renderBlock(block: SampleBlock): string {
  if (block.kind === 'heading') return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
  if (block.kind === 'paragraph') return `<p>${escapeHtml(block.text)}</p>`;
  return renderTable(block);
}

function renderTable(table: SampleTable): string {
  const cell = (tag: string) => (header: HeaderCell) => {
    const spans = `${header.rs ? ` rowspan="${header.rs}"` : ''}${header.cs ? ` colspan="${header.cs}"` : ''}`;
    return `<${tag}${spans}>${escapeHtml(header.text)}</${tag}>`;
  };
  const head = table.header.map((row) => `<tr>${row.map(cell('th')).join('')}</tr>`).join('\n');
  const rows = table.rows.map((row) => `<tr>${row.map((text) => cell('td')({ text })).join('')}</tr>`).join('\n');
  return [
    table.mark === '' ? '' : `<p>${escapeHtml(table.mark)}</p>`,
    `<p align="center"><b>${escapeHtml(table.title)}</b></p>`,
    table.unit === '' ? '' : `<p align="right">单位：${table.unit}</p>`,
    `<table border="1">\n<thead>\n${head}\n</thead>\n<tbody>\n${rows}\n</tbody>\n</table>`,
    ...table.notes.map((note) => `<p>${escapeHtml(note)}</p>`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
