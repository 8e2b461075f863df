import { spawn } from 'node:child_process';
import { GoujiError } from '../../extractors/errors.ts';
import type { RecognizedPage, RecognizedWord, Recognizer } from '../../extractors/readers/aids.ts';
import type { ProgramMessage } from '../workers/protocol.ts';
import type { Tool } from './tools.ts';

/** A page takes a few seconds; what takes longer hangs. In milliseconds. */
const RECOGNIZE_WITHIN = 120_000;

/** Level 5 of Tesseract's table is a word; levels above are page, block, paragraph, line. */
const WORD = '5';

/** Told of each run of the program, so that whoever ends a document early can end it too. */
export type Announce = (message: ProgramMessage) => void;

/** Tesseract as a recognizer: one thread each, since documents are worked on side by side already. */
export function recognizerOf(tool: Tool, announce: Announce = () => undefined): Recognizer {
  const tesseract = (image: Uint8Array, args: readonly string[]) => run({ tool, announce }, image, args);
  return async (image, { task, dpi }) => {
    announce({ kind: 'recognizing' });
    if (task === 'orientation') {
      const report = await tesseract(image, ['--dpi', String(dpi), '--psm', '0', '-l', 'osd']).catch(() => '');
      return { words: [], turn: turnIn(report) };
    }
    const table = await tesseract(image, ['--dpi', String(dpi), '--psm', '6', '-l', 'chi_sim', 'tsv']);
    return { words: wordsIn(table), turn: null };
  };
}

/** "Rotate: 90" of the report on orientation and script. */
export function turnIn(report: string): RecognizedPage['turn'] {
  const degrees = /^Rotate: (\d{1,3})\s*$/m.exec(report)?.[1];
  switch (degrees) {
    case '0':
      return 0;
    case '90':
      return 90;
    case '180':
      return 180;
    case '270':
      return 270;
    default:
      return null;
  }
}

/** The words of Tesseract's tab-separated table: level, page, block, paragraph, line, word, left, top, width, height, conf, text. */
export function wordsIn(table: string): readonly RecognizedWord[] {
  const words: RecognizedWord[] = [];
  let line = -1;
  let lineKey = '';
  for (const row of table.split(/\r?\n/).slice(1)) {
    const [level, page, block, paragraph, lineNumber, , left, top, width, height, confidence, text = ''] =
      row.split('\t');
    if (level !== WORD || text.trim() === '') continue;
    const key = [page, block, paragraph, lineNumber].join(' ');
    if (key !== lineKey) line += 1;
    lineKey = key;
    const [x, y] = [Number(left), Number(top)];
    words.push({
      text: text.trim(),
      bbox: [x, y, x + Number(width), y + Number(height)],
      confidence: Math.min(1, Math.max(0, Number(confidence) / 100)),
      line,
    });
  }
  return words;
}

interface Program {
  readonly tool: Tool;
  readonly announce: Announce;
}

function run({ tool, announce }: Program, image: Uint8Array, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(
        new GoujiError('recognizer-failed', 'Tesseract could not recognise the page', {
          remedy: 'Run a text recognition of your own over the file and give the resulting PDF.',
          cause,
        }),
      );
    const child = spawn(tool.path, ['stdin', 'stdout', ...args], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      timeout: RECOGNIZE_WITHIN,
      killSignal: 'SIGKILL',
    });
    const { pid } = child;
    if (pid !== undefined) {
      announce({ kind: 'started', process: pid });
      child.once('exit', () => announce({ kind: 'ended', process: pid }));
    }
    const [output, problems]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => problems.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else fail(new Error(`exit code ${code}: ${Buffer.concat(problems).toString('utf8').trim().slice(0, 500)}`));
    });
    child.stdin.on('error', () => undefined); // the program may end without reading all of it: `close` tells
    child.stdin.end(image);
  });
}
