import { MARK_COLORS } from '../page-marks.ts';

/** How the paper looks on a screen, on a telephone and on A4. */
export const STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --dim: #5c6370; --rule: #c9cdd4; --suspect: ${MARK_COLORS.suspect}; --other: ${MARK_COLORS.other}; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceef1; color: var(--ink); font: 10.5pt/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
main { max-width: 210mm; margin: 24px auto; padding: 16mm 15mm; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / .18); }
h1, h2 { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; font-weight: 700; }
h1 { margin: 0 0 4pt; font-size: 18pt; text-align: center; letter-spacing: .06em; }
.subject { margin: 0 0 12pt; text-align: center; color: var(--dim); }
h2 { margin: 18pt 0 6pt; font-size: 13pt; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 1.45; font-variant-numeric: tabular-nums; }
th, td { padding: 3pt 6pt; border: .6pt solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
thead th, .heading th { background: #f4f5f7; color: var(--dim); white-space: nowrap; }
.heading th { width: 6.5em; }
.heading td, .decision { white-space: pre-line; }
.number { text-align: right; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.signatures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0 14pt; margin: 14pt 0 0; }
.signatures span { display: flex; gap: 4pt; white-space: nowrap; }
.signatures span::after { content: ""; flex: 1; border-bottom: .6pt solid var(--ink); }
.warning { margin: 10pt 0 0; padding: 5pt 8pt; border-left: 3pt solid var(--suspect); background: #fdf1f2; }
.legend { margin: 8pt 0 0; color: var(--dim); font-size: 9pt; }
article { margin-top: 20pt; padding-top: 9pt; border-top: 1.2pt solid var(--ink); }
article > h2 { display: flex; flex-wrap: wrap; gap: 0 10pt; align-items: baseline; margin: 0 0 4pt; font-size: 12pt; break-after: avoid; }
article > h2 b { min-width: 1.6em; }
h2 .off { font-size: 10.5pt; color: var(--suspect); }
h2 .id { margin-left: auto; font: 8.5pt ui-monospace, Menlo, Consolas, monospace; color: var(--dim); }
.message { margin: 0 0 5pt; }
.formula { margin: 0 0 7pt; padding: 3pt 8pt; background: #f4f5f7; font: 10pt/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
.mark { font-weight: 600; color: var(--other); white-space: nowrap; }
.suspect, .suspect .mark { color: var(--suspect); }
tr.suspect td { font-weight: 600; }
figure { margin: 9pt 0 0; break-inside: avoid; }
figure img { display: block; max-width: 100%; height: auto; border: .6pt solid var(--rule); }
figcaption { margin-bottom: 3pt; font-size: 9pt; color: var(--dim); break-after: avoid; }
.picture { overflow-x: auto; }
blockquote { margin: 0; padding: 5pt 8pt; border: .6pt solid var(--rule); }
mark { padding: 0 1pt; background: none; color: var(--other); font-weight: 600; border: 1pt solid var(--other); }
mark.suspect { color: var(--suspect); border-color: var(--suspect); }
mark sup, td sup { font-size: 7pt; line-height: 1; font-weight: 600; margin-left: 1pt; }
td.marked { outline: 1.2pt solid var(--other); outline-offset: -1.2pt; }
td.marked.suspect { outline-color: var(--suspect); }
.about { margin: 8pt 0 0; display: grid; grid-template-columns: max-content 1fr; gap: 1pt 10pt; font-size: 9pt; }
.about dt { color: var(--dim); }
.about dd { margin: 0; }
.dismissed > :not(h2, .about) { opacity: .6; }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 2pt; }
@media (max-width: 700px) {
  body { background: #fff; }
  main { margin: 0; padding: 14px; box-shadow: none; }
  h1 { font-size: 15pt; }
  .signatures { grid-template-columns: 1fr 1fr; gap: 12pt 14pt; }
  .operands { overflow-x: auto; }
  th, td { padding: 3pt 4pt; }
  .picture img { max-width: none; }
  .index .wide { display: none; }
}
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8.5pt; } }
@media print {
  body { background: #fff; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
`;
