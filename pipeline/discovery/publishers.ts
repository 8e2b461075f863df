import { basename } from 'node:path';
import { z } from 'zod';
import { listDataFiles, loadYaml } from '../../extractors/knowledge/index.ts';

/** The site systems of data/publishers/systems: what their addresses look like, and how their scripts turn pages. */

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no regular expression' });
    return z.NEVER;
  }
});
const patterns = z.array(pattern).default([]);

const paginationSchema = z.strictObject({
  about: z.string().default(''),
  /** All must be found in the scripts of the page; their named groups fill the address. */
  scripts: z.array(pattern).min(1),
  /** Address of a further page, relative to the list. */
  next: z.string().min(1),
  /** What {page} is for the second page. */
  second: z.int().min(0).default(2),
});

const publisherSchema = z.strictObject({
  name: z.string().min(1),
  about: z.string().default(''),
  /** Tried against path and query of an address. */
  articles: patterns,
  lists: patterns,
  attachments: patterns,
  /** Pages that only show a file; the group "file" is its address. */
  viewers: patterns,
  pagination: z.array(paginationSchema).default([]),
});

export type PaginationRule = z.output<typeof paginationSchema>;
export type Publisher = z.output<typeof publisherSchema>;

const FOLDER = 'publishers/systems';
/** What holds for every site. */
const COMMON = 'common';

/** The keys that a source may name. */
export function publisherKeys(): readonly string[] {
  return listDataFiles(FOLDER, '.yaml')
    .map((name) => basename(name, '.yaml'))
    .filter((key) => key !== COMMON);
}

/** The rules for a source: those of its publisher, or of all of them, and then what is common to all. */
export function publisherRules(key: string): Publisher {
  const known = made.get(key);
  if (known !== undefined) return known;
  const keys = [...(key === 'auto' ? publisherKeys() : [key]), COMMON];
  const publishers = keys.map((name) => loadYaml(`${FOLDER}/${name}.yaml`, publisherSchema));
  const rules: Publisher = {
    name: key,
    about: '',
    articles: publishers.flatMap(({ articles }) => articles),
    lists: publishers.flatMap(({ lists }) => lists),
    attachments: publishers.flatMap(({ attachments }) => attachments),
    viewers: publishers.flatMap(({ viewers }) => viewers),
    pagination: publishers.flatMap(({ pagination }) => pagination),
  };
  made.set(key, rules);
  return rules;
}

const made = new Map<string, Publisher>();
