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

/** Less than this is how the setting of a page happens to fall, not an indent (em). */
const LEAST_INDENT = 0.6;

export function levelReader(): LevelReader {
  const seenNumberings = new Set<number>();
  let numbered: number | null = null;
  let outermostIndent: number | null = null;
  let previous = 0;
  let ofWhich: number | null = null;

  function levelOf({ label, code, isTotal, indent }: LevelClues): number {
    if (code !== '') return levelOfCode(code);
    if (isTotal) {
      numbered = null;
      return 0;
    }
    const plain = withoutLayout(label);
    const numbering = NUMBERINGS.findIndex((pattern) => pattern.test(plain));
    if (numbering >= 0) {
      seenNumberings.add(numbering);
      numbered = [...seenNumberings].filter((seen) => seen < numbering).length;
      return numbered;
    }
    if (/^其中/.test(plain)) {
      ofWhich ??= previous + 1;
      return ofWhich;
    }
    if (indent !== undefined) {
      outermostIndent = Math.min(outermostIndent ?? indent, indent);
      if (ofWhich !== null && indent - outermostIndent > LEAST_INDENT) return ofWhich;
      return indent - outermostIndent > LEAST_INDENT ? (numbered ?? 0) + 1 : 0;
    }
    return numbered === null ? 0 : numbered + 1;
  }

  return {
    next: (clues) => {
      const level = levelOf(clues);
      if (!/^\s*其\s*中/.test(clues.label) && level !== ofWhich) ofWhich = null;
      previous = level;
      return level;
    },
  };
}
