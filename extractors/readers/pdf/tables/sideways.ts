import type { GridCell, OnePlace, PagePlace } from '../../../../schemas/index.ts';
import type { EnginePage, TextRun } from '../engine.ts';
import type { TablePart } from './found.ts';
import { roundedBox } from './grid-cells.ts';

/** Share of the characters of a page that must run up or down for the page to be read sideways. */
const SIDEWAYS = 0.6;

type Turn = 90 | 270;

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** How the text of a page lies: 90 when most of it reads downwards, 270 upwards, null when it stands upright. */
export function sidewaysTurn(page: EnginePage): Turn | null {
  const characters = { 0: 0, 90: 0, 180: 0, 270: 0 };
  let all = 0;
  for (const run of page.runs) {
    characters[run.rotation] += run.text.length;
    all += run.text.length;
  }
  if (all === 0) return null;
  if (characters[90] > SIDEWAYS * all) return 90;
  return characters[270] > SIDEWAYS * all ? 270 : null;
}

/** The page turned so that its sideways text stands upright. */
export function turnedPage(page: EnginePage, turn: Turn): EnginePage {
  const box = <T extends Box>(one: T): T => ({ ...one, ...turnedBox(one, page, turn) });
  return {
    ...page,
    width: page.height,
    height: page.width,
    runs: page.runs.map((run) => turnedRun(box(run), run, turn)),
    rules: page.rules.map(box),
    fills: page.fills.map(box),
  };
}

/** A table found on the turned page, with the places of the page as it is displayed. */
export function turnedBack(part: TablePart, page: EnginePage, turn: Turn): TablePart {
  const back = ({ bbox: [x0, y0, x1, y1] }: Pick<PagePlace, 'bbox'>): PagePlace['bbox'] =>
    turn === 90
      ? roundedBox(page.width - y1, x0, page.width - y0, x1)
      : roundedBox(y0, page.height - x1, y1, page.height - x0);
  const placed = (place: OnePlace): OnePlace => ('bbox' in place ? { ...place, bbox: back(place) } : place);
  const cells = part.cells.map(
    (cell): GridCell => ({
      ...cell,
      place: Array.isArray(cell.place) ? cell.place.map(placed) : cell.place && placed(cell.place),
    }),
  );
  return { ...part, bbox: back(part), cells };
}

function turnedBox({ x0, y0, x1, y1 }: Box, page: EnginePage, turn: Turn): Box {
  return turn === 90
    ? { x0: y0, y0: page.width - x1, x1: y1, y1: page.width - x0 }
    : { x0: page.height - y1, y0: x0, x1: page.height - y0, y1: x1 };
}

function turnedRun(turned: TextRun, run: TextRun, turn: Turn): TextRun {
  const rotation = ((run.rotation - turn + 360) % 360) as TextRun['rotation'];
  // The em box reaches from a little under the baseline to the top of the letters.
  return { ...turned, rotation, baseline: turned.y1 - 0.15 * run.size };
}
