import { otherVersions, seenAt } from '../../store/crawl/versions.ts';
import { disclosureOf } from '../../store/disclosure.ts';
import { openForReading } from '../../store/open.ts';
import { compareDisclosures } from '../../versions/compare.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';
import { comparisonLines } from '../views/comparison.ts';

export interface DiffOptions {
  readonly db: string;
  /** The version to compare with, where it is not the one before. */
  readonly with?: string | undefined;
  readonly json: boolean;
}

/** `gouji diff DOCUMENT`: the cells, figures and findings that differ from the version before. */
export async function diffCommand(wanted: string, options: DiffOptions, context: CliContext): Promise<ExitCode> {
  const { messages } = context;
  const store = openForReading(options.db);
  try {
    const document = chooseDocument(store, wanted, context);
    if (document === null) return EXIT.incomplete;
    const versions = otherVersions(store, document.id);
    const own = seenAt(store, document.id);
    const other =
      options.with === undefined
        ? (versions.find((version) => version.seenAt < own) ?? versions[0])
        : chooseDocument(store, options.with, context);
    if (other === null) return EXIT.incomplete;
    if (other === undefined) {
      printError(`${printable(messages.diff.onlyVersion(document.source))}\n`);
      return EXIT.incomplete;
    }
    // Whatever was named, the older one is what changed into the newer one.
    const isOlder = seenAt(store, other.id) <= own;
    const [before, after] = isOlder ? [other.id, document.id] : [document.id, other.id];
    const ends = [before, after].map((id) => ({ document: id, seenAt: seenAt(store, id) }));
    const comparison = compareDisclosures(
      disclosureOf(store, before, { all: false }),
      disclosureOf(store, after, { all: false }),
    );
    if (options.json) await printJson({ before: ends[0], after: ends[1], ...comparison }, { pretty: true });
    else await print(`${comparisonLines(comparison, ends, messages).join('\n')}\n`);
    return EXIT.complete;
  } finally {
    store.close();
  }
}
