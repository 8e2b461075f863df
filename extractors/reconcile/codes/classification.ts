import { z } from 'zod';
import { loadTsv } from '../../knowledge/index.ts';
import { canonicalLabel } from '../../tables/names.ts';

const line = z.strictObject({
  code: z.string().regex(/^\d{3,9}$/),
  year_from: z.string().regex(/^\d{4}$|^$/),
  year_to: z.string().regex(/^\d{4}$|^$/),
  name: z.string().min(1),
});

/** A code with the name it bore in some years. */
export interface CodeName {
  readonly code: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly name: string;
}

/** Codes of the functional classification (支出功能分类) that are printed in disclosures, with their names over time. */
export function functionalCodes(): readonly CodeName[] {
  return read('codes/functional.tsv');
}

/** Codes of the economic classification of departmental expenditure (部门预算支出经济分类). */
export function economicCodes(): readonly CodeName[] {
  return read('codes/economic.tsv');
}

function read(file: string): readonly CodeName[] {
  return loadTsv(file, line).map(({ code, year_from, year_to, name }) => ({
    code,
    yearFrom: year_from === '' ? 0 : Number(year_from),
    yearTo: year_to === '' ? 9999 : Number(year_to),
    name,
  }));
}

let classes: ReadonlyMap<string, string> | null = null;

/** The class that a printed name stands for in any year: "一、一般公共服务支出" → "201". */
export function classNamed(label: string): string | null {
  classes ??= new Map(
    functionalCodes()
      .filter(({ code }) => code.length === 3)
      .map(({ code, name }) => [plainCodeName(name), code]),
  );
  return classes.get(plainCodeName(label)) ?? null;
}

let lower: ReadonlySet<string> | null = null;

/** Whether a name is that of a 款 or 项 of the functional classification and of no class. */
export function isNamedBelowClass(label: string): boolean {
  lower ??= new Set(
    functionalCodes()
      .filter(({ code }) => code.length > 3)
      .map(({ name }) => plainCodeName(name)),
  );
  return classNamed(label) === null && lower.has(plainCodeName(label));
}

/** Whether a printed name may be that of a code, in any year. A code that is not listed has any name. */
export function isNameOf(code: string, label: string): boolean {
  const printed = plainCodeName(label);
  const names = namesOf(code).map(({ name }) => plainCodeName(name));
  return names.length === 0 || names.some((name) => isSameName(name, printed));
}

/** One name may be printed shortened or with an addition: 津贴补贴, 津贴补贴支出, 其中：津贴补贴. */
export function isSameName(known: string, printed: string): boolean {
  return printed !== '' && (known === printed || known.includes(printed) || printed.includes(known));
}

let byCode: ReadonlyMap<string, readonly CodeName[]> | null = null;

/** The names a code has borne; empty where it is not listed. */
export function namesOf(code: string): readonly CodeName[] {
  byCode ??= Map.groupBy([...functionalCodes(), ...economicCodes()], (entry) => entry.code);
  return byCode.get(code) ?? [];
}

/** A name of a code without what is printed or left out at will: numbering, （类）, 支出 at the end. */
export function plainCodeName(name: string): string {
  const plain = canonicalLabel(name)
    .replace(/\((?:类|款|项)\)/g, '')
    .replace(/\((?!境|护|役).{0,20}\)$/, '');
  return plain.replace(/(?:支出)+$/, '') || plain;
}
