import type { TableRow } from '../../schemas/index.ts';
import type { CodeCompleter } from './codes.ts';
import { codeCompleter, readCode, readCodePart } from './codes.ts';
import type { Columns, Lane } from './columns.ts';
import type { Grid } from './grid.ts';
import type { Head } from './header-rows.ts';
import type { LevelReader } from './levels.ts';
import { levelReader } from './levels.ts';
import { crossingNaming, primaryNaming } from './namings.ts';
import { isNoteText } from './notes.ts';
import { type PeriodNamer, periodNamer } from './periods.ts';
import { looksLikeUnit, roleOfLabel } from './row-roles.ts';

/** The rows of the body, one per lane, from top to bottom and left to right. Rows that say nothing are left out. */
export function readRows(grid: Grid, head: Head, columns: Columns): readonly TableRow[] {
  const rows: TableRow[] = [];
  const lanes = columns.lanes.map((lane) => ({
    lane,
    completer: codeCompleter(),
    levels: levelReader(hasIndents(grid, head, lane)),
    periods: periodNamer(grid, head.body, lane, (r) => nameOf(grid, r, lane).label),
  }));
  const headers = headerKeys(grid, head);
  const namesUnits = listsUnits(grid, head, columns);
  let entity = '';
  for (let r = head.body; r < grid.rows; r++) {
    if (headers.has(rowKey(grid, r))) continue;
    const alone = loneText(grid, r);
    if (alone !== null && isNoteText(alone)) {
      rows.push({ r, lane: 0, label: alone, code: '', line: '', level: 0, role: 'note', entity: '' });
      continue;
    }
    for (const { lane, ...readers } of lanes) {
      const row = readRow(grid, r, lane, readers);
      if (row === null) continue;
      const isUnit = namesUnits && row.role === 'item' && !isClassification(row.code) && looksLikeUnit(row.label);
      if (isUnit) entity = row.label;
      const of = entityOf(grid, r, lane) || entity;
      rows.push({ ...row, role: isUnit ? 'unit' : row.role, entity: row.role === 'total' ? '' : of });
    }
  }
  return rows;
}

/** What remembers the rows above. */
interface LaneReaders {
  readonly completer: CodeCompleter;
  readonly levels: LevelReader;
  readonly periods: PeriodNamer;
}

function readRow(
  grid: Grid,
  r: number,
  lane: Lane,
  { completer, levels, periods }: LaneReaders,
): Omit<TableRow, 'entity'> | null {
  const name = nameOf(grid, r, lane);
  const code = codeOf(grid, r, lane, completer, name.glued);
  const crossed = [name.label, crossedName(grid, r, lane, name.label)].filter((part) => part !== '').join('/');
  const label = periods(crossed, r);
  if (label === '' && code === '' && !hasValue(grid, r, lane)) return null;
  const line = lane.lines.map((c) => grid.own(r, c)).find((text) => text !== '') ?? '';
  const role = roleOfLabel(crossed);
  const indent = name.column === null ? undefined : grid.at(r, name.column)?.indent;
  const level = levels.next({ label, code, isTotal: role === 'total', indent });
  return { r, lane: lane.index, label, code, line, level, role };
}

interface RowName {
  readonly label: string;
  /** Code printed in the same cell as the label, "" where none. */
  readonly glued: string;
  /** Column the label was read from, null where the row has none. */
  readonly column: number | null;
}

const NAMELESS: RowName = { label: '', glued: '', column: null };

/**
 * The innermost name of a row: that of the last label column of its classification in which a cell begins here, else a
 * text in a code column ("合计" printed across 编码|名称), else a merged cell that reaches down to it.
 */
function nameOf(grid: Grid, r: number, lane: Lane): RowName {
  const primary = crossedTwice(lane) ? (primaryNaming(lane.namings)?.labels ?? lane.labels) : lane.labels;
  const candidates = [
    primary.findLast((c) => grid.at(r, c)?.r === r && grid.text(r, c) !== ''),
    lane.codes.flat().find((c) => isWord(grid.own(r, c))),
    lane.lines.find((c) => isWord(grid.own(r, c))),
    primary.findLast((c) => grid.text(r, c) !== ''),
    lane.labels.find((c) => grid.at(r, c)?.r === r && grid.text(r, c) !== ''),
    lane.entities.find((c) => grid.text(r, c) !== ''),
  ];
  const column = candidates.find((c) => c !== undefined);
  return column === undefined ? NAMELESS : { ...splitGlued(grid, r, column), column };
}

/** Rows classified twice, with a code each time: their names must not be mixed. */
function crossedTwice(lane: Lane): boolean {
  return lane.namings.filter(({ classification }) => classification !== 'other').length > 1;
}

/** The economic name of a row that is classified by function first: "办公费" of 行政运行 × 办公费, "" for other rows. */
function crossedName(grid: Grid, r: number, lane: Lane, label: string): string {
  const labels = crossingNaming(lane.namings)?.labels ?? [];
  const column = labels.findLast((c) => grid.text(r, c) !== '');
  if (column === undefined || label === '') return '';
  const name = splitGlued(grid, r, column).label;
  return name === label ? '' : name;
}

/** Code and label of a cell that prints both: "[2010601]行政运行". */
function splitGlued(grid: Grid, r: number, c: number): { label: string; glued: string } {
  const printed = grid.printed(r, c);
  const code = readCode(grid.text(r, c));
  if (code === null || code.name === '') return { label: printed, glued: '' };
  return { label: printed.slice(-code.name.length), glued: code.code };
}

function isWord(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && readCode(text)?.name !== '';
}

function codeOf(grid: Grid, r: number, lane: Lane, completer: CodeCompleter, glued: string): string {
  for (const group of lane.codes) {
    const parts = group.map((c) => codeText(grid.own(r, c)));
    const code = completer.next(parts) || (parts.find((part) => part.length > 3) ?? '');
    if (code !== '') return code;
  }
  return glued === '' ? '' : completer.next([glued]);
}

/** Digits of a code cell; codes of units and projects may have any length. */
function codeText(text: string): string {
  const plain = text.replace(/^[[(]|[\])]$|[-.]/g, '');
  return readCodePart(plain) ?? readCode(text)?.code ?? (/^\d{2,24}$/.test(plain) ? plain : '');
}

function entityOf(grid: Grid, r: number, lane: Lane): string {
  const c = lane.entities.find((entity) => grid.text(r, entity) !== '');
  const unit = c === undefined ? '' : grid.printed(r, c);
  return roleOfLabel(unit) === 'item' ? unit : '';
}

function hasValue(grid: Grid, r: number, lane: Lane): boolean {
  return lane.values.some((c) => grid.own(r, c) !== '');
}

/** The medium shows indents in this lane: labels without one are outermost. */
function hasIndents(grid: Grid, head: Head, lane: Lane): boolean {
  const columns = new Set([...lane.labels, ...lane.codes.flat()]);
  return grid.cells.some(({ r, c, indent }) => r >= head.body && columns.has(c) && (indent ?? 0) > 0);
}

/** The text of a row that holds only one. */
function loneText(grid: Grid, r: number): string | null {
  const cells = grid.starting(r);
  const first = cells[0];
  return cells.length === 1 && first ? grid.printed(r, first.c) : null;
}

/** Functional (2…) and economic (3…, 5…) codes of 类, 款 or 项; numbers of units have other lengths. */
function isClassification(code: string): boolean {
  return /^[235]\d{2}(?:\d{2}){0,3}$/.test(code);
}

/** Names of units stand among rows of another kind: coded ones, or items below a header like 支出项目（资金使用单位）. */
function listsUnits(grid: Grid, head: Head, columns: Columns): boolean {
  const lane = columns.lanes[0];
  if (!lane || columns.lanes.length > 1) return false;
  const header = lane.labels.map((c) => columns.list[c]?.path.join('') ?? '').join('');
  const isShared = /单位/.test(header) && /项目|类别/.test(header);
  const candidates = [...lane.codes.flat(), ...lane.labels];
  for (let r = head.body; r < grid.rows; r++) {
    const name = nameOf(grid, r, lane).label;
    if (name === '' || looksLikeUnit(name) || roleOfLabel(name) !== 'item') continue;
    if (isShared || candidates.some((c) => isClassification(readCode(grid.own(r, c))?.code ?? ''))) return true;
  }
  return false;
}

/** Header rows as they would look when a reader kept them on a later page: no facts, though they may hold column numbers. */
function headerKeys(grid: Grid, head: Head): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let r = head.top; r < head.body; r++) if (grid.starting(r).length > 1) keys.add(rowKey(grid, r));
  return keys;
}

function rowKey(grid: Grid, r: number): string {
  return grid
    .starting(r)
    .map(({ c }) => grid.own(r, c))
    .join('\t');
}
