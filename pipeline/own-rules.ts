import { GoujiError } from '../extractors/errors.ts';
import type { RuleFileError } from '../extractors/reconcile/index.ts';
import { listRules, parseRules } from '../extractors/reconcile/rules/index.ts';
import { fetchFile } from './fetch/file.ts';
import { problemCode } from './fetch/find-files.ts';
import type { Store } from './store/open.ts';
import { keptRules } from './store/own-rules.ts';
import { inputHash } from './workers/encoding.ts';
import type { OwnRules } from './workers/protocol.ts';

export const NO_RULES: OwnRules = { rules: [], hash: '' };

/** A user's file of rules that cannot be used: what is wrong, and where. */
export class RulesFileError extends GoujiError {
  readonly file: string;
  /** Empty where the file could not be opened; `code` then says why. */
  readonly mistakes: readonly RuleFileError[];

  constructor(file: string, code: string, mistakes: readonly RuleFileError[] = []) {
    const listed = mistakes.map(({ line, column, mistake }) => `${file}:${line}:${column}: ${mistake.en}`);
    super(code, listed.join('\n') || `${file} cannot be read`, { remedy: 'Correct the file and try again.' });
    this.name = 'RulesFileError';
    this.file = file;
    this.mistakes = mistakes;
  }
}

/** In MB. */
const LARGEST = 4;

/** The text of a file of rules, without a byte order mark. Throws a RulesFileError where it cannot be opened. */
export async function readRulesFile(file: string): Promise<string> {
  try {
    const { bytes } = await fetchFile(file, { sizeLimit: LARGEST });
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw new RulesFileError(file, problemCode(error));
  }
}

/** The rules of a text, with the hash of what they say. Throws a RulesFileError with every mistake. */
export function ownRulesOf(text: string, file: string): OwnRules {
  const taken = new Set(listRules().map(({ name }) => name));
  const { rules, errors } = parseRules(text, { source: file, taken });
  if (errors.length > 0) throw new RulesFileError(file, 'rules-invalid', errors);
  if (rules.length === 0) return NO_RULES;
  const said = rules.map(({ name, text, why, strength, type, unless }) => {
    return [name, text, why.zh, why.en, strength, type, unless.map((term) => term.text)];
  });
  return { rules, hash: inputHash(JSON.stringify(said)) };
}

/** The rules that the database keeps. */
export function keptOwnRules(store: Store): OwnRules {
  const text = keptRules(store);
  return text === null ? NO_RULES : ownRulesOf(text, store.path);
}
