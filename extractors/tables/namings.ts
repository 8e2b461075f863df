import type { TableColumn } from '../../schemas/index.ts';

/** Which classification a naming belongs to, by its header: 功能分类, 部门经济分类, 政府经济分类. */
export type Classification = 'functional' | 'economic' | 'government' | 'other';

/**
 * Columns that name the rows between them: a code and its name (科目编码|科目名称), 类|款|项|名称, or a name alone. A lane has
 * several where rows are classified twice (部门经济分类|政府经济分类, 功能分类|经济分类).
 */
export interface Naming {
  /** Groups of columns that print one code between them: [[0, 1, 2]] for 类|款|项. */
  readonly codes: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly classification: Classification;
}

/** The namings of one lane, left to right. `codeGroups` are groups of code columns in column order. */
export function namingsOf(
  columns: readonly TableColumn[],
  codeGroups: readonly (readonly number[])[],
): readonly Naming[] {
  const groupAt = new Map(codeGroups.map((group) => [group[0], group]));
  const namings: { codes: (readonly number[])[]; labels: number[]; classification: Classification }[] = [];
  for (const { c, role, path } of columns) {
    if (role !== 'code' && role !== 'label') continue;
    const group = groupAt.get(c);
    if (role === 'code' && group === undefined) continue;
    const classification = classificationOf(path);
    const last = namings.at(-1);
    const continues =
      last !== undefined &&
      (group === undefined ? joins(last.classification, classification) : last.labels.length === 0);
    const naming = continues ? last : { codes: [], labels: [], classification };
    if (!continues) namings.push(naming);
    if (naming.classification === 'other') naming.classification = classification;
    if (group !== undefined) naming.codes.push(group);
    else naming.labels.push(c);
  }
  return namings;
}

/** The naming whose code and label a row goes by: the function, else the economic use, else what has a code, else the first. */
export function primaryNaming(namings: readonly Naming[]): Naming | null {
  return (
    namings.find(({ classification }) => classification === 'functional') ??
    namings.find(({ classification }) => classification === 'economic') ??
    namings.find(({ codes }) => codes.length > 0) ??
    namings[0] ??
    null
  );
}

/**
 * The naming that tells rows of the same function apart: an economic one beside a functional primary. A second economic
 * classification (政府经济分类) is only a crosswalk of the first and names nothing.
 */
export function crossingNaming(namings: readonly Naming[]): Naming | null {
  if (primaryNaming(namings)?.classification !== 'functional') return null;
  return namings.findLast(({ classification }) => classification === 'economic') ?? null;
}

function classificationOf(path: readonly string[]): Classification {
  const header = path.join('');
  if (/功能/.test(header)) return 'functional';
  if (/政府.{0,10}经济/.test(header)) return 'government';
  return /经济(?!效益|性)/.test(header) ? 'economic' : 'other';
}

function joins(naming: Classification, label: Classification): boolean {
  return naming === label || label === 'other';
}
