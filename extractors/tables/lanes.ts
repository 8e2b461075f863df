import type { ColumnRole } from './column-roles.ts';
import type { Grid } from './grid.ts';
import type { Head } from './header-rows.ts';
import { canonicalLabel, ORDINAL } from './names.ts';

/**
 * Lanes of a form whose halves are tables of their own beside one another (收入|支出, 经济分类 in two or three lanes).
 * Gives the lane of each column, 0 throughout where there is one.
 */
export function lanesOf(
  grid: Grid,
  head: Head,
  paths: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
): readonly number[] {
  const starts: number[] = [0];
  for (let c = 1; c < grid.columns; c++) {
    if (startsLane(grid, head, paths, roles, c, starts.at(-1) ?? 0)) starts.push(c);
  }
  return Array.from({ length: grid.columns }, (_, c) => starts.findLastIndex((start) => start <= c));
}

/** A naming column after amounts begins a lane, when amounts of its own follow and something says it is no remark. */
function startsLane(
  grid: Grid,
  head: Head,
  paths: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
  c: number,
  laneStart: number,
): boolean {
  if (!isNaming(roles[c]) || isNaming(roles[c - 1])) return false;
  if (!roles.slice(laneStart, c).some((role) => role === 'value')) return false;
  if (!namesAmounts(roles, c)) return false;
  return repeatsHeader(paths, roles, c, laneStart) || changesSide(paths, c) || holdsItems(grid, head, c);
}

function isNaming(role: ColumnRole | undefined): boolean {
  return role === 'label' || role === 'code';
}

/** A name stands between here and the next amounts: codes without one (of a procurement item) begin nothing. */
function namesAmounts(roles: readonly ColumnRole[], c: number): boolean {
  const value = roles.indexOf('value', c);
  return value > c && roles.slice(c, value).includes('label');
}

/** 项目|决算数|项目|决算数: the column is headed as a naming column of the lane before, brackets aside. */
function repeatsHeader(
  paths: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
  c: number,
  laneStart: number,
): boolean {
  const own = bareLeaf(paths[c]);
  if (own === '') return false;
  return roles.slice(laneStart, c).some((role, i) => isNaming(role) && bareLeaf(paths[laneStart + i]) === own);
}

function bareLeaf(path: readonly string[] | undefined): string {
  return canonicalLabel(path?.at(-1) ?? '').replace(/\(.{0,20}\)$/, '');
}

/** 收入 on the left, 支出 from here on; or the column itself is headed by a kind of expenditure. */
function changesSide(paths: readonly (readonly string[])[], c: number): boolean {
  const left = canonicalLabel(paths[c - 1]?.[0] ?? '');
  const right = canonicalLabel(paths[c]?.[0] ?? '');
  if (left === right) return false;
  return /^(?:收入|人员经费)/.test(left) && /^(?:支出|公用经费)/.test(right);
}

/** At least two numbered labels (一、…) below: no remark column looks like that. */
function holdsItems(grid: Grid, head: Head, c: number): boolean {
  let items = 0;
  for (let r = head.body; r < grid.rows && items < 2; r++) {
    if (ORDINAL.test(grid.own(r, c)) && grid.own(r, c).length < 40) items++;
  }
  return items >= 2;
}
