/** Words typed into a filter, as they are compared: in one width, letters small. */
export function wordsOf(query: string): readonly string[] {
  return plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export function containsWords(text: string, words: readonly string[]): boolean {
  const compared = plain(text);
  return words.every((word) => compared.includes(word));
}

/** A text as words are looked for in it. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
