import { expect, it } from 'vitest';
import type { EnginePage, RuleLine, TextRun } from '../../../../extractors/readers/pdf/engine.ts';
import { findPageTables } from '../../../../extractors/readers/pdf/tables/index.ts';
import { drawnPage, filledGrid, textsOf } from './drawn-page.ts';

const rows = [
  ['项目', '预算数', '决算数'],
  ['办公费', '1.00', '2.00'],
];

/** Turns an upright page a quarter to the right: its text then reads downwards. */
function lyingDown(page: EnginePage): EnginePage {
  const box = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }) => ({
    x0: page.height - y1,
    y0: x0,
    x1: page.height - y0,
    y1: x1,
  });
  return {
    ...page,
    width: page.height,
    height: page.width,
    runs: page.runs.map(
      (run): TextRun => ({ ...run, ...box(run), rotation: 90, baseline: page.height - run.baseline }),
    ),
    rules: page.rules.map((rule): RuleLine => ({ ...rule, ...box(rule) })),
  };
}

it('reads a table that lies on its side, with places on the page as displayed', () => {
  const upright = drawnPage(filledGrid([60, 200, 320, 440], 100, rows));
  const [part] = findPageTables(lyingDown(upright)).parts;
  expect(part && textsOf(part)).toEqual(rows);
  expect(part?.bbox).toEqual([842 - 140, 60, 842 - 100, 440]);
});
