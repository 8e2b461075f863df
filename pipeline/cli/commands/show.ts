import { archivesOf, membersOf } from '../../store/archives.ts';
import { replacementsOf } from '../../store/crawl/versions.ts';
import { disclosureOf } from '../../store/disclosure.ts';
import { sourcesOf, togetherWith } from '../../store/documents.ts';
import { excerptFinder } from '../../store/excerpts.ts';
import { judgedFindings } from '../../store/judged-findings.ts';
import { openForReading } from '../../store/open.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { disclosureLines, type Related } from '../views/disclosure.ts';

export interface ShowOptions {
  readonly db: string;
  readonly json: boolean;
  readonly pretty: boolean;
  readonly all: boolean;
}

/** `gouji show DOCUMENT`; with `--json` the public JSON, as `gouji extract` prints it. */
export async function showCommand(wanted: string, options: ShowOptions, context: CliContext): Promise<ExitCode> {
  const store = openForReading(options.db);
  try {
    const document = chooseDocument(store, wanted, context);
    if (document === null) return EXIT.incomplete;
    const disclosure = disclosureOf(store, document.id, options);
    if (options.json) {
      await printJson(disclosure, options);
    } else {
      const findings = judgedFindings(store, document.id, context.language === 'zh' ? 'message' : 'message_en').filter(
        ({ finding }) => options.all || finding.status !== 'rounding',
      );
      const related: Related = {
        sources: sourcesOf(store, document.id),
        archives: archivesOf(store, document.id).map(({ source }) => source),
        members: membersOf(store, disclosure.document.sha256).map(({ name }) => name),
        together: togetherWith(store, document.id),
        replacedBy: replacementsOf(store, document.id),
      };
      const view = { disclosure, id: document.id, findings, related };
      await print(`${disclosureLines(view, excerptFinder(store, document.id), context).join('\n')}\n`);
    }
    return disclosure.status.state === 'complete' ? EXIT.complete : EXIT.incomplete;
  } finally {
    store.close();
  }
}
