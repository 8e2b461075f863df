import { en } from './en.ts';
import { type Messages, zh } from './zh.ts';

export type { Messages } from './zh.ts';
export type Language = 'zh' | 'en';

export const MESSAGES: Readonly<Record<Language, Messages>> = { zh, en };

/**
 * The language of messages: `--lang`, else the locale (LC_ALL before LC_MESSAGES before LANG, as POSIX has it). Needed
 * before the command line is parsed, since its own errors are messages too.
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.indexOf('--lang');
  const named = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  if (named === 'zh' || named === 'en') return named;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}
