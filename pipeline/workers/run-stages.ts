import {
  extractStage,
  type ReadInput,
  readStage,
  reconcileStage,
  type Stage,
  type StageName,
} from '../../extractors/index.ts';
import type { Aid } from '../../extractors/readers/aids.ts';
import type { Block, Document, Extraction } from '../../schemas/index.ts';
import { passagesOf } from '../search/passages.ts';
import { aidsOf } from '../tools/aids.ts';
import { fingerprintOf, type Tools } from '../tools/tools.ts';
import { decode, encode, inputHash } from './encoding.ts';
import type { DocumentJob, OwnRules, Paragraph, Processed, ProgramMessage, RememberedRun } from './protocol.ts';

/** An exception inside a stage, with the stage's name. */
export class StageError extends Error {
  readonly stage: StageName;

  constructor(stage: StageName, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StageError';
    this.stage = stage;
  }
}

/** Takes one artifact through read, extract and reconcile; what is remembered for the same input is not run again. */
export async function runStages(
  { artifact, ownRules, remembered }: DocumentJob,
  tools: Tools,
  announce: (message: ProgramMessage) => void = () => undefined,
): Promise<Processed> {
  const { sha256, source } = artifact;
  const read = await step<ReadInput, Document>({
    stage: readStage,
    input: { artifact, aids: aidsOf(tools, announce) },
    currentInputs: readInputs(artifact, tools),
    inputOf: (document) => readInput(artifact, document.aids ?? [], tools),
    remembered,
  });
  const extracted = await step<Parameters<typeof extractStage.run>[0], Extraction>({
    stage: extractStage,
    input: { document: read.output, origin: { sha256, source } },
    currentInputs: [extractInput(read.run, source)],
    inputOf: () => extractInput(read.run, source),
    remembered,
  });
  const reconciled = await attempt('reconcile', () =>
    reconcileStage.run({ extraction: extracted.output, rules: ownRules.rules }),
  );
  const reconcileRun: RememberedRun = {
    stage: 'reconcile',
    version: reconcileStage.version,
    inputHash: reconcileInput(extracted.run, ownRules),
    outputHash: encode(reconciled).hash,
    output: null,
  };
  const paragraphs = paragraphsOf(read.output.blocks);
  return {
    extraction: extracted.output,
    reconciliation: reconciled,
    paragraphs,
    passages: passagesOf(paragraphs, extracted.output),
    links: read.output.links,
    runs: [read.run, extracted.run, reconcileRun],
  };
}

interface ReadFrom {
  readonly sha256: string;
  readonly declaredCharset?: string | undefined;
}

/**
 * Reading depends on the bytes, on what the server said of their charset, and on the programs of other makers that were
 * asked for help; never on where the bytes were found.
 */
export function readInput({ sha256, declaredCharset }: ReadFrom, asked: readonly Aid[], tools: Tools): string {
  return inputHash(sha256, declaredCharset ?? '', ...asked.toSorted().map((aid) => fingerprintOf(tools, aid)));
}

/** Every input under which a kept reading is what reading now would give: which aids it asked for shows only afterwards. */
export function readInputs(artifact: ReadFrom, tools: Tools): readonly string[] {
  const asked: readonly (readonly Aid[])[] = [[], ['converter'], ['recognizer'], ['converter', 'recognizer']];
  return asked.map((aids) => readInput(artifact, aids, tools));
}

/** The source is part of the public JSON, and a file's name may say what its text does not. */
export function extractInput(read: Pick<RememberedRun, 'outputHash'>, source: string): string {
  return inputHash(read.outputHash, source);
}

export function reconcileInput(extract: Pick<RememberedRun, 'outputHash'>, ownRules: Pick<OwnRules, 'hash'>): string {
  return inputHash(extract.outputHash, ownRules.hash);
}

/** Is this remembered run what running the stage now would give? Outputs of a newer program are left as they are. */
export function isCurrent(
  run: RememberedRun | undefined,
  stage: { readonly version: number },
  expectedInputs: readonly string[],
): run is RememberedRun {
  return run !== undefined && run.version >= stage.version && expectedInputs.includes(run.inputHash);
}

interface Step<Input, Output> {
  readonly stage: Stage<Input, Output>;
  readonly input: Input;
  /** Hashes of the inputs for which a remembered output still holds. */
  readonly currentInputs: readonly string[];
  readonly inputOf: (output: Output) => string;
  readonly remembered: readonly RememberedRun[];
}

async function step<Input, Output>(plan: Step<Input, Output>): Promise<{ output: Output; run: RememberedRun }> {
  const name = plan.stage.name;
  const before = plan.remembered.find((run) => run.stage === name);
  if (isCurrent(before, plan.stage, plan.currentInputs) && before.output !== null) {
    return { output: decode<Output>(before.output), run: before };
  }
  const output = await attempt(name, () => plan.stage.run(plan.input));
  const { hash, bytes } = encode(output);
  const { version } = plan.stage;
  return { output, run: { stage: name, version, inputHash: plan.inputOf(output), outputHash: hash, output: bytes } };
}

async function attempt<Output>(stage: StageName, run: () => Promise<Output>): Promise<Output> {
  try {
    return await run();
  } catch (error) {
    throw new StageError(stage, error);
  }
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [] : [{ block: block.index, kind: block.kind, page: block.page, text: block.text }],
  );
}
