import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Literal {
  readonly file: string;
  readonly expression: RegExp;
}

/** A comment, a string, a template or a regular expression: what is found first decides what the rest is. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=(?:[=(,:[!&|?{};>]|\breturn)\s*)\/(?![*/])(?<source>(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/(?<flags>[a-z]*)/g;

/** Every regular expression that is written out in a source text. */
export function literalsIn(source: string): readonly RegExp[] {
  return [...source.matchAll(TOKEN)].flatMap(({ groups }) =>
    groups?.source === undefined ? [] : [new RegExp(groups.source, groups.flags)],
  );
}

/** Every regular expression written out in the files below a folder, each once. */
export function literalsBelow(folder: string): readonly Literal[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = files
    .sort()
    .flatMap((file) =>
      literalsIn(readFileSync(join(folder, file), 'utf8')).map((expression) => ({ file, expression })),
    );
  return [...new Map(found.map((literal) => [`${literal.file}${literal.expression}`, literal])).values()];
}
