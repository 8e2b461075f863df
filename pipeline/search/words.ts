import { cut, cut_all } from 'jieba-wasm';

/**
 * A text as the words it is found by. Written are all words the dictionary sees anywhere in it and every pair of
 * neighbouring characters; asked for are the words of the query, joined by pairs where the dictionary knows none. Words
 * depend on what stands around them, pairs do not: whatever stands literally in a text finds it.
 */

/** Han characters, numbers with their decimals, Latin words. */
const RUN = /\p{Script=Han}+|\d+(?:\.\d+)?|[A-Za-z]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Full-width digits and letters as half-width ones, thousands separators taken away. */
function normalized(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .toLowerCase();
}

/** The words under which a text is written into the index. */
export function indexedWords(text: string): string {
  const words = new Set<string>();
  for (const [run] of normalized(text).matchAll(RUN)) {
    if (!HAN.test(run)) words.add(run);
    else for (const word of [...cut_all(run), ...pairsOf(run)]) words.add(word);
  }
  return [...words].join(' ');
}

/** The words that all have to be in a passage for it to answer the query. */
export function queriedWords(query: string): string[] {
  const words = new Set<string>();
  for (const [run] of normalized(query).matchAll(RUN)) {
    for (const word of HAN.test(run) ? joined(cut(run, false)) : [run]) words.add(word);
  }
  return [...words];
}

/** The terms of a query as they may stand literally in a text. */
export function termsOf(query: string): string[] {
  return query.split(/\s+/u).filter((term) => term !== '');
}

/** Words of one character say little; in their place stands the pair with their neighbour. */
function joined(words: readonly string[]): string[] {
  const isSingle = (word: string | undefined) => word !== undefined && [...word].length === 1;
  const pairs = words.slice(1).flatMap((word, n) => {
    const before = words[n] ?? '';
    return isSingle(word) || isSingle(before) ? [`${[...before].at(-1) ?? ''}${[...word][0] ?? ''}`] : [];
  });
  return [...words.filter((word) => !isSingle(word) || words.length === 1), ...pairs];
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, n) => `${characters[n]}${character}`);
}
