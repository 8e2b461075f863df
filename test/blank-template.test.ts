import { expect, test } from 'vitest';
import { extract } from '../extractors/extract.ts';
import { read } from '../extractors/readers/index.ts';

const extractText = async (lines: readonly string[]) => {
  const artifact = { bytes: new TextEncoder().encode(lines.join('\n\n')), sha256: '0'.repeat(64), source: 'a.txt' };
  return extract(await read(artifact), artifact);
};

const line = (item: string) => `${item}预算XX万元，比2025年预算增加（减少）XX万元，增加（减少）的主要原因是……`;
const items = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'];

test('a template that nobody filled in is said to be one, once, and has no defects', async () => {
  const { status, remarks } = await extractText(['2026年部门预算', '“三公”经费预算情况说明', ...items.map(line)]);
  expect(status).toMatchObject({ state: 'partial', reasons: [{ code: 'blank-template' }] });
  expect(remarks.filter(({ rule }) => rule === 'template-leftover')).toEqual([]);
});

test('a place left open in a disclosure stays a defect of it', async () => {
  const filled = items.map((item, n) => `${item}预算${n + 1}.20万元，比2025年预算增加0.10万元。`);
  const { status, remarks } = await extractText(['2026年部门预算', ...filled, line('会议费')]);
  expect(status.state).toBe('complete');
  expect(remarks.map(({ rule }) => rule)).toContain('template-leftover');
});
