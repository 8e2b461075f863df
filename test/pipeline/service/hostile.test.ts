import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePage } from '../../../extractors/readers/html/index.ts';
import { sanitised } from '../../../pipeline/service/html/sanitise.ts';
import { attachmentNamed } from '../../../pipeline/service/http/bytes.ts';
import { documentBlocks, documentDetail, documentList, printedNumbers } from '../../../schemas/service/index.ts';
import { gouji } from '../cli/run-cli.ts';
import { temporaryFolder } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';
import { answered, ask, served } from './served.ts';

/** What must never be in a page that is framed: anything that runs, loads or leads away. */
const ACTIVE =
  /<(?:script|style|iframe|object|embed|svg|math|img|link|meta|base|form|input|template|video|audio)\b|\son\w+\s*=|\s(?:href|src|srcset|style|action|formaction|background|poster|data|xlink:href)\s*=/i;

function cleaned(html: string): string {
  const { $ } = parsePage({ bytes: new TextEncoder().encode(html) });
  const body = $('body')[0];
  if (body === undefined) throw new Error('no body');
  return sanitised(body, { ofElement: () => null, ofText: () => null });
}

/** What a browser makes of it once more. */
function elementsIn(html: string) {
  const $ = load(`<body>${html}</body>`);
  return [...$('body *')].map((element) => ({
    name: 'name' in element ? element.name : '',
    attributes: Object.keys('attribs' in element ? element.attribs : {}),
  }));
}

const HARMLESS = new Set(['colspan', 'rowspan', 'span', 'align', 'valign', 'dir', 'lang', 'start', 'hidden']);

test.each([
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<p style="background:url(https://evil.example/a)">a</p>',
  '<p onclick="alert(1)">a</p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<form action="https://evil.example"><input name=a autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>b</button></form>',
  '<template><script>alert(1)</script></template>',
  '<details open ontoggle=alert(1)>a</details>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<textarea></textarea><script>alert(1)</script>',
  '<link rel=stylesheet href=https://evil.example/a.css><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href=https://evil.example/><object data=a></object><embed src=a>',
  '<x-a onmouseover=alert(1)>a</x-a>',
  '<p lang="en\\" onclick=alert(1)">a</p>',
  '<td colspan="1 onclick=alert(1)">a</td>',
  '<table background=https://evil.example/a><tr><td background=x>1</td></tr></table>',
  '<font color=red face="x" size="7">a</font><marquee onstart=alert(1)>a</marquee>',
  '<body onload=alert(1)><p>a</p></body>',
])('nothing active is left of %s', (html) => {
  const clean = cleaned(html);
  expect(clean.replace(/&lt;.*?&gt;/g, '')).not.toMatch(ACTIVE);
  for (const { attributes } of elementsIn(clean)) expect(attributes.every((name) => HARMLESS.has(name))).toBe(true);
});

test('whatever a page is made of, cleaning it leaves no attribute that was not listed, and cleaning again nothing more', () => {
  const piece = fc.constantFrom(
    ...'<script>|</script>|<svg>|</svg>|<math>|<style>|</style>|<img src=x onerror=a()>|<!--|-->|<![CDATA[|]]>|<table>|</table>|<tr>|<td onclick=a()>|</td>|<p>|</p>|<noscript>|</noscript>|<title>|</title>|<textarea>|</textarea>|<a href=javascript:a()>|</a>|"|\'|>|<|&lt;|&quot;|=|123.45万元| |\u202e|\0'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const clean = cleaned(pieces.join(''));
      for (const { name, attributes } of elementsIn(clean)) {
        expect(['script', 'style', 'svg', 'math', 'img', 'title', 'textarea', 'noscript']).not.toContain(name);
        expect(attributes.every((attribute) => HARMLESS.has(attribute))).toBe(true);
      }
      expect(load(cleaned(clean)).text()).toBe(load(clean).text());
    }),
    { numRuns: 300 },
  );
});

test('what a page hides stays hidden, and tables keep their spans', () => {
  const clean = cleaned(
    '<p style="display:none">secret</p><table><tr><td colspan=2 align=right width=10>1</td></tr></table>',
  );
  expect(clean).toContain('<p hidden="">secret</p>');
  expect(clean).toContain('<td colspan="2" align="right">1</td>');
});

test.each(['constructor', '__proto__', 'hasownproperty'])(
  'an attribute called %s is left out like any other',
  (name) => {
    expect(cleaned(`<p ${name}="1">a</p>`)).toBe('<p>a</p>');
  },
);

test('a page nested 100,000 deep is cleaned without an overflow', () => {
  expect(cleaned(`${'<b>'.repeat(100_000)}deep`)).toContain('deep');
});

const NAMES = ['"><script>alert(1)<', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '\u202e\u2066gnp.exe'];

function hostilePage(hostile: string): string {
  const text = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><title>${text}2023年度部门决算</title><body onload="alert(1)">
<h1>${text}2023年度部门决算</h1><script>alert(1)</script>
<p>2023年度收入总计100.00万元，<a href="javascript:alert(1)">${text}</a>支出总计100.00万元。</p>
<p><img src="https://evil.example/a.png" onerror="alert(1)">年末结转1.00万元</p>
<table><tr><td onclick="alert(1)">${text}</td><td>决算数（万元）</td></tr><tr><td>${text}</td><td>100.00</td></tr><tr><td>合计</td><td>100.00</td></tr></table></body>`;
}

test('a document whose title, cells and file name are hostile is told as plain text, its original as an attachment', async () => {
  const folder = temporaryFolder();
  for (const [n, name] of NAMES.entries())
    writeFileSync(join(folder, `${name.replaceAll('/', '')}${n}.html`), hostilePage(name));
  const db = join(temporaryFolder(), 'hostile.sqlite');
  expect(gouji(['ingest', folder, '--db', db]).status).toBeLessThan(2);
  const app = served(db);
  const { items } = await answered(app, '/api/documents', documentList);
  expect(items).toHaveLength(NAMES.length);
  for (const { id, url, view } of items) {
    expect([url, view]).toEqual([null, 'html']);
    await answered(app, `/api/documents/${id}`, documentDetail);
    const page = await ask(app, `/api/documents/${id}/html`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox allow-same-origin;/);
    expect(page.headers.get('content-security-policy')).not.toContain('allow-scripts');
    const html = await page.text();
    expect(html.replace(/<meta charset="utf-8">/, '').replace(/&lt;.*?&gt;/g, '')).not.toMatch(ACTIVE);
    const original = await ask(app, `/api/documents/${id}/original`);
    expect(original.headers.get('content-security-policy')).toMatch(/sandbox;/);
    expect(original.headers.get('x-content-type-options')).toBe('nosniff');
    expect(original.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/,
    );
  }
});

test('file names for saving leave no folder and no header', () => {
  for (const name of ['a"\r\nSet-Cookie: x', '../../etc/passwd', '决算\u202efdp.html', "it's (1).pdf", '\ud800'])
    expect(attachmentNamed(name)).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.%~!-]*$/);
  expect(attachmentNamed('决算.pdf')).toContain("filename*=UTF-8''%E5%86%B3%E7%AE%97.pdf");
});

test('in the framed page every number of a block is found at its offset, white space aside', async () => {
  const app = served(storedSamples('final-accounts-3.html', 'performance-1.html'));
  const { items } = await answered(app, '/api/documents', documentList);
  for (const { id } of items) {
    const $ = load(await (await ask(app, `/api/documents/${id}/html`)).text());
    const { items: blocks } = await answered(app, `/api/documents/${id}/blocks?limit=500`, documentBlocks);
    const packed = (text: string) => text.replace(/\s/g, '');
    for (const block of blocks) {
      if (block.kind === 'table') {
        for (const { r, c, text } of block.cells) {
          const cell = $(`[data-block="${block.index}"][data-cell="${r}:${c}"]`);
          if (text !== '') expect(packed(cell.text())).toBe(packed(text));
        }
        continue;
      }
      const spans = [...$(`[data-block="${block.index}"]`)].map((span) => {
        return { start: Number($(span).attr('data-start')), text: packed($(span).text()) };
      });
      expect(spans.map(({ text }) => text).join('')).toBe(packed(block.text));
      for (const { start, text } of spans) expect(packed(block.text.slice(start)).startsWith(text)).toBe(true);
    }
    const numbers = await answered(app, `/api/documents/${id}/numbers?from=0&to=500`, printedNumbers);
    expect(numbers.items.length).toBeGreaterThan(10);
  }
});

test('a part of the original is sent where a part is asked for', async () => {
  const app = served(storedSamples('final-accounts-1.pdf'));
  const { items } = await answered(app, '/api/documents', documentList);
  const path = `/api/documents/${items[0]?.id}/original`;
  const whole = new Uint8Array(await (await ask(app, path)).arrayBuffer());
  const part = async (range: string) => {
    const response = await ask(app, path, { headers: { Range: range } });
    return {
      status: response.status,
      range: response.headers.get('content-range'),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  };
  const size = whole.length;
  expect(await part('bytes=0-4')).toEqual({ status: 206, range: `bytes 0-4/${size}`, bytes: whole.slice(0, 5) });
  expect(await part('bytes=-7')).toEqual({
    status: 206,
    range: `bytes ${size - 7}-${size - 1}/${size}`,
    bytes: whole.slice(-7),
  });
  expect(await part(`bytes=100-${size * 2}`)).toMatchObject({ status: 206, bytes: whole.slice(100) });
  expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, range: `bytes */${size}` });
  for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=5-1x'])
    expect(await part(range)).toMatchObject({ status: 200, bytes: whole });
  const etag = (await ask(app, path)).headers.get('etag') ?? '';
  expect((await ask(app, path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});
