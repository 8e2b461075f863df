import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Tool, Tools } from './tools.ts';

const run = promisify(execFile);

/** A program that does not answer within this time is not used, in milliseconds. */
const ANSWER_WITHIN = 20_000;

/** The language pack that Chinese disclosures need, and the one that tells how a page is turned. */
const LANGUAGES = ['chi_sim', 'osd'] as const;

export interface WantedTools {
  /** False: pages without text stay pages without text. */
  readonly ocr: boolean;
  /** False: whether they are there is enough. LibreOffice takes a second to tell its version. */
  readonly versions: boolean;
}

/** Looks for LibreOffice and for Tesseract with simplified Chinese. What is not there is null. */
export async function findTools({ ocr, versions }: WantedTools, path = process.env.PATH ?? ''): Promise<Tools> {
  const [converter, recognizer] = await Promise.all([findConverter(path, versions), ocr ? findRecognizer(path) : null]);
  return { converter, recognizer };
}

async function findConverter(path: string, versions: boolean): Promise<Tool | null> {
  const program = findProgram(['soffice', 'libreoffice'], path);
  if (program === null) return null;
  const version = versions ? await firstLine(program, ['--version']) : 'found';
  return version === null ? null : { path: program, version };
}

async function findRecognizer(path: string): Promise<Tool | null> {
  const program = findProgram(['tesseract'], path);
  if (program === null) return null;
  const version = await firstLine(program, ['--version']);
  const installed = await languagesOf(program);
  const usable = LANGUAGES.filter((language) => installed.includes(language));
  if (version === null || !usable.includes('chi_sim')) return null;
  return { path: program, version: `${version} ${usable.join('+')}` };
}

async function languagesOf(program: string): Promise<readonly string[]> {
  const answer = await run(program, ['--list-langs'], { timeout: ANSWER_WITHIN }).catch(() => null);
  return answer === null ? [] : answer.stdout.split(/\s+/);
}

async function firstLine(program: string, args: readonly string[]): Promise<string | null> {
  const answer = await run(program, args, { timeout: ANSWER_WITHIN }).catch(() => null);
  return answer === null ? null : (`${answer.stdout}${answer.stderr}`.trim().split(/\r?\n/)[0] ?? null);
}

function findProgram(names: readonly string[], path: string): string | null {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]),
  );
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
