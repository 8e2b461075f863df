import { levelOfCode } from './codes.ts';
import { withoutLayout } from './names.ts';

/** What of a row tells its level. */
export interface LevelClues {
  readonly label: string;
  readonly code: string;
  readonly isTotal: boolean;
  /** Indent in em inside the label cell, where the medium shows one. */
  readonly indent: number | undefined;
}

/** Levels of the rows of one lane, fed from top to bottom: by code length, else numbering, else 其中 or indent. */
export interface LevelReader {
  readonly next: (clues: LevelClues) => number;
}

/** Numberings from the outermost to the innermost. */
const NUMBERINGS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.,]/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[、.](?!\d)/,
  /^\(\d{1,2}\)/,
];

/** Indents that differ by less than this are one level: how the setting of a page happens to fall (em). */
const LEAST_INDENT = 0.5;

/** `hasIndents`: the medium shows indents, so that a label without one is known to be outermost. */
export function levelReader(hasIndents: boolean): LevelReader {
  const seenNumberings = new Set<number>();
  let indents: number[] = [];
  let numbered: number | null = null;
  let previous = 0;
  let ofWhich: number | null = null;

  function byNumbering(numbering: number): number {
    seenNumberings.add(numbering);
    numbered = [...seenNumberings].filter((seen) => seen < numbering).length;
    return numbered;
  }

  function byIndent(indent: number): number {
    indents = indents.filter((outer) => outer < indent - LEAST_INDENT);
    indents.push(indent);
    return indents.length - 1;
  }

  function levelOf({ label, code, isTotal, indent }: LevelClues): number {
    if (code !== '') return levelOfCode(code);
    const plain = withoutLayout(label);
    const numbering = NUMBERINGS.findIndex((pattern) => pattern.test(plain));
    if (numbering >= 0) return byNumbering(numbering);
    if (isTotal) {
      numbered = null;
      return 0;
    }
    if (/^其中/.test(plain)) {
      ofWhich ??= previous + 1;
      return ofWhich;
    }
    if (ofWhich !== null && (indent ?? 0) > LEAST_INDENT) return ofWhich;
    if (numbered !== null && (!hasIndents || (indent ?? 0) > LEAST_INDENT)) return numbered + 1;
    return hasIndents ? byIndent(indent ?? 0) : 0;
  }

  return {
    next: (clues) => {
      const level = levelOf(clues);
      if (level !== ofWhich) ofWhich = null;
      previous = level;
      return level;
    },
  };
}
