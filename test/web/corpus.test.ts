import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentFindings, documentList, printedNumbers, type ServedFinding } from '../../schemas/service/index.ts';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { temporaryFolder } from '../pipeline/made-pages.ts';
import { describeInBrowser } from './browser.ts';
import { coverOfText } from './cover.ts';
import { servedSite } from './site.ts';

/** Real disclosures, where they are given: they are other people's, and not part of this project. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const DOCUMENTS = ['seeds/hongshan-2019.pdf', 'seeds/meishan-2021.html'].map((name) => join(CORPUS, name));
const MOST_OF_A_TYPE = 1;

function stored(): string {
  const db = join(temporaryFolder(), 'corpus.sqlite');
  const { stdout } = gouji(['ingest', ...DOCUMENTS, '--db', db]);
  expect(stdout).toContain('2 documents');
  return db;
}

describe.skipIf(!DOCUMENTS.every((file) => existsSync(file)))('of real disclosures', () => {
  describeInBrowser('a PDF and a page', ({ open }) => {
    const site = servedSite(stored);
    const asked = async (path: string): Promise<unknown> => (await fetch(site.url(path))).json();

    test('each box of findings of every type lies over the number as it is printed', async () => {
      const { page, wrongs } = await open(site.url('/'));
      const off: string[] = [];
      let seen = 0;
      for (const { id } of documentList.parse(await asked('/api/documents')).items) {
        const findings = documentFindings.parse(await asked(`/api/documents/${id}/findings?limit=500`)).items;
        for (const finding of someOfEachType(findings)) {
          await page.goto(site.url(`/documents/${id}?finding=${finding.id}`));
          await page.locator('.mark').first().waitFor();
          for (const [n, operand] of finding.operands.entries()) {
            const mark = `[data-mark="o${n}"]`;
            const printed = await printedAs(id, operand);
            if (printed === null || (await page.locator(mark).count()) === 0) continue;
            seen += 1;
            const cover = await coverOfText(page, mark, printed);
            if (cover < 0.75) off.push(`${finding.formula}: ${printed} is covered to ${cover}`);
          }
        }
      }
      expect(off).toEqual([]);
      expect(seen).toBeGreaterThan(15);
      expect(wrongs).toEqual([]);
    }, 300_000);

    /** null for what is no number, as names are. */
    async function printedAs(id: string, { ref, place }: ServedFinding['operands'][number]): Promise<string | null> {
      const [first] = [place].flat();
      const where = first !== undefined && 'page' in first ? `page=${first.page}` : 'from=0&to=100000';
      const { items } = printedNumbers.parse(await asked(`/api/documents/${id}/numbers?${where}`));
      return items.find((number) => number.ref === ref)?.text ?? null;
    }
  });
});

function someOfEachType(findings: readonly ServedFinding[]): readonly ServedFinding[] {
  return [...Map.groupBy(findings, ({ type }) => type).values()].flatMap((some) => some.slice(0, MOST_OF_A_TYPE));
}
