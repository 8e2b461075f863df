import type { RecognizedWord, Recognizer } from '../aids.ts';
import type { RuleLine, TextRun } from '../pdf/engine.ts';
import { type Bitmap, isBlank, type Turn, tilted, toPgm, turned } from './bitmap.ts';
import { findRules, withoutRules } from './drawn-rules.ts';
import { runsOfWords } from './line-runs.ts';
import { placeOnPage } from './page-frame.ts';
import { liesSideways, skewOf } from './skew.ts';

/** What stands on a pictured page, in points as displayed, as a PDF engine gives it for a page with text. */
export interface PageInPicture {
  readonly runs: readonly TextRun[];
  readonly rules: readonly RuleLine[];
  /** Of each run, 0…1. */
  readonly confidences: readonly number[];
  readonly blank: boolean;
}

/**
 * Text that is read this surely on the whole stands upright; other turns need not be tried. Blurred scans of low resolution are
 * read at 0.6, any page in a wrong turn below 0.25.
 */
const SURELY_UPRIGHT = 0.45;
/** Fewer words than this say nothing about how the page is turned. */
const ENOUGH_WORDS = 8;
/** Pages are laid straight from this skew on, in degrees. */
const VISIBLE_SKEW = 0.1;

interface Reading {
  readonly turn: Turn;
  readonly picture: Bitmap;
  readonly rules: ReturnType<typeof findRules>;
  readonly words: readonly RecognizedWord[];
  readonly sureness: number;
}

/** Recognises a page from its picture, however it lies on the scanner. */
export async function recognizePage(picture: Bitmap, dpi: number, recognizer: Recognizer): Promise<PageInPicture> {
  if (isBlank(picture)) return { runs: [], rules: [], confidences: [], blank: true };
  const { turn, picture: upright, rules, words } = await readUpright(picture, dpi, recognizer);
  const dividers = rules.filter(({ x0, x1 }) => x0 === x1).map(({ x0, y0, y1 }) => ({ x: x0, y0, y1 }));
  const runs = runsOfWords(words, dividers);
  const frame = { turn, width: upright.width, height: upright.height, points: 72 / dpi };
  return { ...placeOnPage(runs, rules, frame), blank: false };
}

/**
 * The reading of the page as it stands upright. As displayed is tried first where lines of text run across; else what the
 * program says about orientation, else all turns. A wrong turn takes several times as long to read as the right one.
 */
async function readUpright(picture: Bitmap, dpi: number, recognizer: Recognizer): Promise<Reading> {
  const readings: Reading[] = [];
  const sideways = liesSideways(withoutRules(picture, findRules(picture, dpi)));
  if (!sideways) {
    const asDisplayed = await readTurned(picture, 0, dpi, recognizer);
    if (asDisplayed.sureness >= SURELY_UPRIGHT) return asDisplayed;
    readings.push(asDisplayed);
  }
  const { turn } = await recognizer(toPgm(picture), { task: 'orientation', dpi });
  const turns: readonly Turn[] = sideways ? [90, 270, 0, 180] : [180, 90, 270];
  for (const next of turns.toSorted((a, b) => Number(b === turn) - Number(a === turn))) {
    const reading = await readTurned(picture, next, dpi, recognizer);
    if (reading.sureness >= SURELY_UPRIGHT) return reading;
    readings.push(reading);
  }
  return readings.reduce((best, reading) => (reading.sureness > best.sureness ? reading : best));
}

async function readTurned(picture: Bitmap, turn: Turn, dpi: number, recognizer: Recognizer): Promise<Reading> {
  const upright = turned(picture, turn);
  const skew = skewOf(upright);
  const straight = Math.abs(skew) < VISIBLE_SKEW ? upright : tilted(upright, -skew);
  const rules = findRules(straight, dpi);
  const { words } = await recognizer(toPgm(withoutRules(straight, rules)), { task: 'text', dpi });
  return { turn, picture: straight, rules, words, sureness: surenessOf(words) };
}

/** Mean over the characters; few words are not trusted to tell. */
function surenessOf(words: readonly RecognizedWord[]): number {
  let [characters, sum] = [0, 0];
  for (const { text, confidence } of words) {
    characters += text.length;
    sum += text.length * confidence;
  }
  return characters === 0 ? 0 : (sum / characters) * Math.min(1, words.length / ENOUGH_WORDS);
}
