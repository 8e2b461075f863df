import { toDisclosure } from '../../../extractors/disclosure.ts';
import { GoujiError } from '../../../extractors/errors.ts';
import type { Disclosure, Extraction } from '../../../schemas/index.ts';
import { fetchFile } from '../../fetch/file.ts';
import { NO_RULES, ownRulesOf, readRulesFile } from '../../own-rules.ts';
import { findTools } from '../../tools/find-tools.ts';
import { unreadableExtraction } from '../../unreadable.ts';
import type { Limits } from '../../workers/limits.ts';
import { createPool, type WorkerPool } from '../../workers/pool.ts';
import type { OwnRules } from '../../workers/protocol.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printError, printJson } from '../output.ts';
import { fileProblem } from '../problems.ts';
import type { CliContext } from '../program.ts';

export interface ExtractOptions {
  readonly pretty: boolean;
  readonly all: boolean;
  /** Language of the messages inside the JSON; not the locale's, so that equal bytes give equal output anywhere. */
  readonly messages: 'zh' | 'en';
  readonly limits: Limits;
  /** False: pages without text are not recognised. */
  readonly ocr: boolean;
  /** A file of the user's own rules. */
  readonly rules?: string | undefined;
}

/** `gouji extract FILE`: the disclosure of one file as JSON, without a database. */
export async function extractCommand(file: string, options: ExtractOptions, context: CliContext): Promise<ExitCode> {
  const ownRules =
    options.rules === undefined ? NO_RULES : ownRulesOf(await readRulesFile(options.rules), options.rules);
  const disclosure = await extractFile(file, { ...options, ownRules }, context);
  await printJson(disclosure, options);
  return disclosure.status.state === 'complete' ? EXIT.complete : EXIT.incomplete;
}

async function extractFile(
  source: string,
  options: ExtractOptions & { readonly ownRules: OwnRules },
  { messages }: CliContext,
): Promise<Disclosure> {
  try {
    const fetched = await fetchFile(source, options.limits);
    if (fetched.reason !== null) return empty(unreadableExtraction(fetched, fetched.reason));
    const pool = createPool(
      { ...options.limits, concurrency: 1 },
      await findTools({ ocr: options.ocr, versions: false }),
    );
    const outcome = await pool.process({
      kind: 'document',
      artifact: { sha256: fetched.sha256, bytes: fetched.bytes, source },
      ownRules: options.ownRules,
      remembered: [],
    });
    await pool.stop();
    return fromOutcome(outcome, fetched, options);
  } catch (error) {
    if (!(error instanceof GoujiError)) throw error;
    const problem = fileProblem(source, error.code, messages);
    printError(`gouji: ${problem}\n`);
    const reason = { code: error.code, message: problem };
    return empty(unreadableExtraction({ sha256: '', source }, reason));
  }
}

function fromOutcome(
  outcome: Awaited<ReturnType<WorkerPool['process']>>,
  origin: { readonly sha256: string; readonly source: string },
  { all, messages }: ExtractOptions,
): Disclosure {
  if (outcome.kind === 'stopped') throw new Error(`${origin.source}: the workers were stopped before it was done`);
  if (outcome.kind === 'failed') return empty(unreadableExtraction(origin, outcome.reason));
  if (outcome.kind !== 'done')
    throw new TypeError(`${origin.source}: a document was asked for, a dossier was answered`);
  const { extraction, reconciliation } = outcome.processed;
  const { checks, findings, failures } = reconciliation[messages];
  const listed = findings.filter((finding) => all || finding.status !== 'rounding');
  return toDisclosure(extraction, { checks, failures, findings: listed });
}

function empty(extraction: Extraction): Disclosure {
  const checks = { holds: 0, rounding: 0, broken: 0, undetermined: 0 };
  return toDisclosure(extraction, { checks, findings: [], failures: [] });
}
