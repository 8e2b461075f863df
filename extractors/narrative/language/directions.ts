import type { Direction } from '../../../schemas/index.ts';
import { anyOf, changeWords, once } from './vocabulary.ts';

const NEUTRAL = null;

const expressions = once(() => {
  const { up, down, flat, neutral } = changeWords();
  const verbs = anyOf([...up, ...down, ...neutral]);
  return {
    /** "增加（减少）", "减少/下降" and one word alone, with 额, 率, 幅度 and 为 behind it, at the end of the words. */
    ending: new RegExp(
      `(?<first>${verbs})(?:了)?(?:[（/](?<second>${verbs})[）]?)?(?:额度?|幅度?|率|比例|数|金额|值)?(?:约|近|了|仅)?(?:为|达到?|是|：)?(?:负|\\+)?$`,
    ),
    verb: new RegExp(verbs),
    up: new RegExp(`^(?:${anyOf(up)})$`),
    down: new RegExp(`^(?:${anyOf(down)})$`),
    flat: new RegExp(anyOf(flat)),
  };
});

export interface ChangeVerb {
  readonly direction: Direction | null;
  /** Offset in the words where the verb begins. */
  readonly start: number;
  readonly text: string;
}

/** The word of change that words end with, right before a number: "较上年减少" → down, "增加（减少）" → both. */
export function changeVerbAtEnd(words: string): ChangeVerb | null {
  const match = expressions().ending.exec(words);
  const first = match?.groups?.first;
  if (!match || first === undefined) return null;
  const second = match.groups?.second;
  const direction = second !== undefined && directionOf(first) !== directionOf(second) ? 'both' : directionOf(first);
  return { direction, start: match.index, text: match[0] };
}

export function directionOf(word: string): Direction | null {
  if (expressions().up.test(word)) return 'up';
  if (expressions().down.test(word)) return 'down';
  return NEUTRAL;
}

/** A word that says nothing changed (持平, 一致, 无变化), or null. */
export function flatWordIn(words: string): string | null {
  return expressions().flat.exec(words)?.[0] ?? null;
}

export function firstChangeVerb(words: string): { readonly start: number; readonly text: string } | null {
  const match = expressions().verb.exec(words);
  return match ? { start: match.index, text: match[0] } : null;
}

export const directionExpressions = (): readonly RegExp[] => Object.values(expressions());
