import type { Document } from 'yaml';
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { GoujiError } from '../../extractors/errors.ts';
import { mistakes, type Wording } from './mistakes.ts';
import { type Source, sourcesFileSchema } from './source.ts';

/** A mistake in a file of sources. Lines and columns count from 1. */
export interface SourcesMistake {
  readonly line: number;
  readonly column: number;
  readonly mistake: Wording;
}

/** A file of sources that cannot be used: every mistake in it, with its place. */
export class SourcesFileError extends GoujiError {
  readonly file: string;
  /** Empty where the file could not be opened; `code` then says why. */
  readonly mistakes: readonly SourcesMistake[];

  constructor(file: string, found: readonly SourcesMistake[], code = 'sources-invalid') {
    const listed = found.map(({ line, column, mistake }) => `${file}:${line}:${column}: ${mistake.en}`);
    super(code, listed.join('\n') || `${file} cannot be read`, {
      remedy: 'Correct the file (docs/SOURCES.md) and try again.',
    });
    this.name = 'SourcesFileError';
    this.file = file;
    this.mistakes = found;
  }
}

type Path = readonly PropertyKey[];

const MOST_ALIASES = 100;

/** The sources of a file's text, defaults filled in. Throws a SourcesFileError that tells every mistake. */
export function loadSources(text: string, file: string): readonly Source[] {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  const at = (offset: number, mistake: Wording): SourcesMistake => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, mistake };
  };
  if (document.errors.length > 0) {
    const syntax = document.errors.map((error) => at(error.pos[0], mistakes.yaml(firstLine(error.message))));
    throw new SourcesFileError(file, syntax);
  }
  const value = plainValue(document, file, at);
  const checked = sourcesFileSchema.safeParse(value);
  if (!checked.success) {
    const found = checked.error.issues.flatMap((issue) =>
      worded(issue, document).map(({ path, key, mistake }) => at(offsetOf(document, path, key), mistake)),
    );
    throw new SourcesFileError(
      file,
      found.sort((a, b) => a.line - b.line || a.column - b.column),
    );
  }
  const twice = repeatedNames(checked.data.sources);
  if (twice.length === 0) return sourcesFileSchema.parse(withShared(value)).sources;
  throw new SourcesFileError(
    file,
    twice.map(({ index, name }) => at(offsetOf(document, ['sources', index, 'name']), mistakes.nameTwice(name))),
  );
}

/** A file that expands itself by aliases is refused before it fills the memory. */
function plainValue(
  document: Document.Parsed,
  file: string,
  at: (offset: number, mistake: Wording) => SourcesMistake,
): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw new SourcesFileError(file, [at(0, mistakes.yaml(error instanceof Error ? error.message : ''))]);
  }
}

/** What stands beside the sources holds for each that says nothing else. */
function withShared(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value.sources)) return value;
  const shared = (source: unknown): unknown => {
    if (!isRecord(source)) return source;
    const merged: Record<string, unknown> = { ...source };
    for (const key of ['schedule', 'politeness']) {
      const [common, own] = [value[key], source[key]];
      if (isRecord(common) && (own === undefined || isRecord(own))) merged[key] = { ...common, ...own };
    }
    return merged;
  };
  return { ...value, sources: value.sources.map(shared) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface WordedIssue {
  readonly path: Path;
  /** The name of a field of the thing at `path` that is not known. */
  readonly key?: string;
  readonly mistake: Wording;
}

function worded(issue: z.core.$ZodIssue, document: Document.Parsed): WordedIssue[] {
  const path = issue.path;
  const name = path.filter((step) => typeof step !== 'number').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, key, mistake: mistakes.unknownField(key, name) }));
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (node === undefined) return [{ path, mistake: mistakes.missing(name) }];
  return [{ path, mistake: mistakes.invalid(name, isScalar(node) ? String(node.value).slice(0, 80) : '') }];
}

/** Where the value at `path` stands, or the nearest thing around it; with `key`, the name of that field in it. */
function offsetOf(document: Document.Parsed, path: Path, key?: string): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (key !== undefined && length === path.length && isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function repeatedNames(sources: readonly Source[]): { index: number; name: string }[] {
  const seen = new Set<string>();
  return sources.flatMap(({ name }, index) => {
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [{ index, name }] : [];
  });
}

/** The parser says where in a sentence of its own; line and column stand before the message already. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
