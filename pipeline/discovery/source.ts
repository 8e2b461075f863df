import { Cron } from 'croner';
import { z } from 'zod';
import { ATTACHMENT_EXTENSIONS } from './attachment-names.ts';
import { isHostPattern } from './hosts.ts';
import { publisherKeys } from './publishers.ts';

/**
 * What an operator says of one column of a site. The defaults are meant for a finance bureau's disclosure column;
 * docs/SOURCES.md explains each field.
 */

const text = z.string().trim().min(1);
const texts = z.array(text);
const count = (most: number) => z.int().min(0).max(most);
const fiscalYear = z.int().min(1990).max(2100);
const httpUrl = z.string().refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value));
const timeZone = z.string().refine(isTimeZone);
const cron = z.string().refine(isCron);

/** Time between requests in milliseconds, as all of `Politeness` in pipeline/crawl/contracts.ts. */
export const politenessOverrides = z.strictObject({
  userAgent: text.optional(),
  delay: z.number().min(0).max(3_600_000).optional(),
  concurrencyPerHost: z.int().min(1).max(16).optional(),
  timeout: z.number().positive().max(86_400).optional(),
  sizeLimit: z.number().positive().max(10_000).optional(),
  retries: count(20).optional(),
});

export const scheduleSchema = z.strictObject({
  cron: cron.default('30 3 * * *'),
  timeZone: timeZone.default('Asia/Shanghai'),
});

export const sourceSchema = z.strictObject({
  name: text.max(200),
  region: text.default(''),
  start: z.array(httpUrl).min(1),
  publisher: z
    .string()
    .refine((key) => key === 'auto' || publisherKeys().includes(key))
    .default('auto'),
  hosts: z.array(z.string().refine(isHostPattern)).default([]),
  lists: z
    .strictObject({
      urls: texts.default([]),
      depth: count(10).default(2),
      pages: count(10_000).default(100),
    })
    .prefault({}),
  articles: z
    .strictObject({
      urls: texts.default([]),
      words: z.union([z.literal('any'), texts.min(1)]).optional(),
      without: texts.optional(),
      years: z
        .strictObject({ from: fiscalYear.default(1990), to: fiscalYear.default(2100) })
        .refine(({ from, to }) => from <= to)
        .prefault({}),
    })
    .prefault({}),
  attachments: z
    .strictObject({
      extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/i)).default([...ATTACHMENT_EXTENSIONS]),
      urls: texts.default([]),
      without: texts.default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({ pages: count(10_000_000).default(5000), documents: count(10_000_000).default(10_000) })
    .prefault({}),
  schedule: scheduleSchema.prefault({}),
  politeness: politenessOverrides.prefault({}),
});

/** `schedule` and `politeness` beside `sources` are those of every source that says nothing else. */
export const sourcesFileSchema = z.strictObject({
  schedule: scheduleSchema.partial().optional(),
  politeness: politenessOverrides.optional(),
  sources: z.array(sourceSchema).min(1),
});

export type Source = z.output<typeof sourceSchema>;

/** A source for one address that no file describes, with all defaults. */
export function sourceOf(url: string): Source {
  return sourceSchema.parse({ name: url, start: [url] });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** Five fields, as cron has them: seconds and years would only invite mistakes. */
function isCron(pattern: string): boolean {
  if (pattern.trim().split(/\s+/).length !== 5 || pattern.length > 200) return false;
  try {
    return new Cron(pattern, { paused: true }) !== null;
  } catch {
    return false;
  }
}
