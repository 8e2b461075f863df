import type { TableColumn } from '../../schemas/index.ts';
import { statedUnit } from './caption.ts';
import { codePartHeader, roleColumns } from './column-roles.ts';
import type { Grid } from './grid.ts';
import { columnNumbers, headerPaths } from './header-paths.ts';
import type { Head } from './header-rows.ts';
import { lanesOf } from './lanes.ts';
import { canonicalLabel } from './names.ts';
import type { Naming } from './namings.ts';
import { namingsOf } from './namings.ts';

/** The columns of one lane by what they hold, left to right. */
export interface Lane {
  readonly index: number;
  /** Groups of columns that print one code between them: [[0, 1, 2]] for 类|款|项, the preferred classification first. */
  readonly codes: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly namings: readonly Naming[];
  readonly lines: readonly number[];
  readonly values: readonly number[];
  /** Columns that name the unit a row belongs to. */
  readonly entities: readonly number[];
  /** Columns that hold the year of a row. */
  readonly periods: readonly number[];
}

export interface Columns {
  readonly list: readonly TableColumn[];
  readonly lanes: readonly Lane[];
}

/** Roles, header paths, lanes and units of all columns. `unit` is the table's. */
export function readColumns(grid: Grid, head: Head, unit: string): Columns {
  const paths = headerPaths(grid, head);
  const numbers = columnNumbers(grid, head);
  const roled = roleColumns(grid, head, paths);
  const roles = roled.map(({ role }) => role);
  const laneOf = lanesOf(grid, head, paths, roles);
  const list = paths.map((path, c): TableColumn => {
    const role = roles[c] ?? 'text';
    return { c, path, role, lane: laneOf[c] ?? 0, number: numbers[c] ?? '', unit: columnUnit(path, unit) };
  });
  const count = (laneOf.at(-1) ?? 0) + 1;
  const lanes = Array.from({ length: count }, (_, index): Lane => {
    const own = list.filter(({ lane }) => lane === index);
    const withRole = (role: TableColumn['role']): number[] => own.filter((x) => x.role === role).map(({ c }) => c);
    const groups = codeGroups(grid, head, paths, withRole('code'));
    return {
      index,
      codes: groups.toSorted((a, b) => preference(paths, a) - preference(paths, b)),
      labels: withRole('label'),
      namings: namingsOf(own, groups),
      lines: withRole('line'),
      values: withRole('value'),
      entities: own.filter(({ c }) => roled[c]?.isEntity).map(({ c }) => c),
      periods: own.filter(({ c }) => roled[c]?.isPeriod).map(({ c }) => c),
    };
  });
  return { list, lanes };
}

/** The unit a header states for its column; a percentage is one too, and counted things have none. */
function columnUnit(path: readonly string[], tableUnit: string): string {
  for (const part of path.toReversed()) {
    const stated = statedUnit(part);
    if (stated !== '') return stated;
    if (/[%％]|百分比|比例|增长率|执行率|完成率/.test(part)) return '%';
    if (/^(?:数量|采购数量|人数|编制数|实有人数|辆数|台数|面积|批次|人次)/.test(canonicalLabel(part))) return '';
  }
  return tableUnit;
}

/** 类|款|项 print one code in neighbouring columns; other code columns stand for themselves. */
function codeGroups(
  grid: Grid,
  head: Head,
  paths: readonly (readonly string[])[],
  columns: readonly number[],
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const c of columns) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last === c - 1 && isCodePart(grid, head, paths, c)) group.push(c);
    else groups.push([c]);
  }
  return groups;
}

/** Not the first part: headed 款 or 项, or below the same header as its neighbour, or not headed at all. */
function isCodePart(grid: Grid, head: Head, paths: readonly (readonly string[])[], c: number): boolean {
  const part = codePartHeader(grid, head, c);
  if (part !== null) return part !== '类';
  const own = paths[c]?.at(-1) ?? '';
  return own === '' || own === paths[c - 1]?.at(-1);
}

/** A code of a classification names the row; a code of the unit or project only where there is no other. */
function preference(paths: readonly (readonly string[])[], group: readonly number[]): number {
  const header = (paths[group[0] ?? 0] ?? []).join('/');
  if (/科目|功能|经济|类/.test(header)) return 0;
  return /单位|部门|项目代码|项目编码/.test(header) ? 2 : 1;
}
