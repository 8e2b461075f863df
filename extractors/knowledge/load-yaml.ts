import type { Document } from 'yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { GoujiError } from '../errors.ts';
import { readDataFile } from './data-folder.ts';
import { remember } from './remember.ts';

/**
 * The value of a YAML (or JSON) file of `data/`, checked against its schema and kept for later calls.
 * Throws a GoujiError that names file, line and what is wrong, so that a person who edits data can mend it.
 */
export function loadYaml<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  return remember(name, schema, () => parseYaml(name, readDataFile(name), schema));
}

/** As `loadYaml`, of a text that is already at hand; `name` is only used in messages. */
export function parseYaml<Schema extends z.ZodType>(name: string, text: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const syntax = parsed.errors[0];
  if (syntax) {
    throw invalid(name, lines.linePos(syntax.pos[0]).line, syntax.message.split('\n')[0] ?? syntax.code);
  }
  const checked = schema.safeParse(parsed.toJS({ maxAliasCount: 100 }));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const path = issue?.path ?? [];
  throw invalid(
    name,
    lineOf(parsed, lines, path),
    `${path.join('.') || 'the file'}: ${issue?.message ?? 'is not valid'}`,
  );
}

/** The line of the value at `path`, or of the nearest thing around it that is written down. */
function lineOf(parsed: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = parsed.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function invalid(name: string, line: number, what: string): GoujiError {
  return new GoujiError('data-file-invalid', `data/${name}:${line}: ${what}`, {
    remedy: `Correct line ${line} of data/${name}.`,
  });
}
