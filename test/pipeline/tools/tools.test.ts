import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { converterOf } from '../../../pipeline/tools/convert.ts';
import { findTools } from '../../../pipeline/tools/find-tools.ts';
import { recognizerOf, turnIn, wordsIn } from '../../../pipeline/tools/recognize.ts';
import { fingerprintOf, NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { readInput, readInputs } from '../../../pipeline/workers/run-stages.ts';

/** A folder with a program of that name which answers as given. */
function program(name: string, script: string): { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { folder, path };
}

const all = { ocr: true, versions: true };

describe('what is installed', () => {
  test('nothing on an empty path', async () => {
    expect(await findTools(all, '')).toEqual(NO_TOOLS);
  });

  test('LibreOffice with what it says of its version', async () => {
    const { folder, path } = program('soffice', 'echo "LibreOffice 7.4.7.2 40(Build:2)"');
    expect((await findTools(all, folder)).converter).toEqual({ path, version: 'LibreOffice 7.4.7.2 40(Build:2)' });
  });

  test('Tesseract only with simplified Chinese, and not at all where it is not wanted', async () => {
    const answers = (languages: string) =>
      `case "$1" in --list-langs) printf '${languages}';; *) echo 'tesseract 5.3.0';; esac`;
    const chinese = program('tesseract', answers('List\\nchi_sim\\neng\\nosd\\n'));
    const english = program('tesseract', answers('List\\neng\\n'));
    expect((await findTools(all, chinese.folder)).recognizer?.version).toBe('tesseract 5.3.0 chi_sim+osd');
    expect((await findTools(all, english.folder)).recognizer).toBeNull();
    expect((await findTools({ ...all, ocr: false }, chinese.folder)).recognizer).toBeNull();
  });
});

describe('conversion', () => {
  test('gives the bytes of the file that the program wrote', async () => {
    const { path } = program(
      'soffice',
      'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cat "$3" > "$2/document.docx"; printf " converted" >> "$2/document.docx"',
    );
    const converted = await converterOf({ path, version: '' })(new TextEncoder().encode('old'), 'docx');
    expect(new TextDecoder().decode(converted)).toBe('old converted');
  });

  test('that fails or gives nothing says so, with a remedy', async () => {
    for (const script of ['exit 3', 'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"'])
      await expect(
        converterOf({ path: program('soffice', script).path, version: '' })(new Uint8Array(1), 'docx'),
      ).rejects.toMatchObject({
        code: 'converter-failed',
        remedy: expect.stringContaining('PDF'),
      });
  });
});

test('regression: a converter that hangs is ended with all the programs it started', async () => {
  const { path, folder } = program('soffice', 'sleep 60 & echo $! > "$(dirname "$0")/started"; wait');
  await expect(converterOf({ path, version: '' }, 500)(new Uint8Array(1), 'docx')).rejects.toMatchObject({
    code: 'converter-failed',
    cause: expect.objectContaining({ message: expect.stringContaining('longer than 500 ms') }),
  });
  const started = Number(readFileSync(join(folder, 'started'), 'utf8'));
  await expect.poll(() => isRunning(started)).toBe(false);
});

/** A process that was ended and waits to be collected counts as ended. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('recognition', () => {
  const table = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '4\t1\t1\t1\t1\t0\t10\t10\t100\t20\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t96.5\t支出',
    '5\t1\t1\t1\t1\t2\t60\t10\t50\t20\t88\t212.94',
    '5\t1\t1\t1\t2\t1\t10\t40\t40\t20\t91\t合计',
    '5\t1\t1\t1\t2\t2\t60\t40\t40\t20\t95\t ',
  ].join('\n');

  test('words with place, confidence and line', () => {
    expect(wordsIn(table)).toEqual([
      { text: '支出', bbox: [10, 10, 50, 30], confidence: 0.965, line: 0 },
      { text: '212.94', bbox: [60, 10, 110, 30], confidence: 0.88, line: 0 },
      { text: '合计', bbox: [10, 40, 50, 60], confidence: 0.91, line: 1 },
    ]);
  });

  test('how far the page is turned', () => {
    expect(turnIn('Page number: 0\nOrientation in degrees: 270\nRotate: 90\n')).toBe(90);
    expect(turnIn('Too few characters')).toBeNull();
  });

  test('that fails says what the program said', async () => {
    const { path } = program('tesseract', 'echo "Error opening data file" >&2; exit 1');
    await expect(
      recognizerOf({ path, version: '' })(new Uint8Array(9), { task: 'text', dpi: 300 }),
    ).rejects.toMatchObject({
      code: 'recognizer-failed',
      cause: expect.objectContaining({ message: expect.stringContaining('Error opening data file') }),
    });
  });
});

describe('a kept reading', () => {
  const artifact = { sha256: 'a'.repeat(64) };
  const converter = { path: '/x/soffice', version: 'LibreOffice 7' };

  test('that asked for nothing holds whatever is installed', () => {
    const kept = readInput(artifact, [], NO_TOOLS);
    expect(readInputs(artifact, { ...NO_TOOLS, converter })).toContain(kept);
  });

  test('that lacked a converter is read again once there is one, and when there is another', () => {
    const lacked = readInput(artifact, ['converter'], NO_TOOLS);
    const converted = readInput(artifact, ['converter'], { ...NO_TOOLS, converter });
    expect(readInputs(artifact, NO_TOOLS)).toContain(lacked);
    expect(readInputs(artifact, { ...NO_TOOLS, converter })).not.toContain(lacked);
    expect(readInputs(artifact, { ...NO_TOOLS, converter: { ...converter, version: 'LibreOffice 8' } })).not.toContain(
      converted,
    );
    expect(fingerprintOf(NO_TOOLS, 'converter')).toBe('converter: none');
  });
});

describe('recognition', () => {
  test('tells of each run of the program, so that it can be ended with its document', async () => {
    const { path } = program('tesseract', 'cat > /dev/null; echo "Rotate: 90"');
    const told: unknown[] = [];
    const recognizer = recognizerOf({ path, version: '' }, (message) => void told.push(message));
    expect(await recognizer(new Uint8Array(1), { task: 'orientation', dpi: 300 })).toMatchObject({ turn: 90 });
    const process = expect.any(Number);
    expect(told).toEqual([{ kind: 'recognizing' }, { kind: 'started', process }, { kind: 'ended', process }]);
  });
});
