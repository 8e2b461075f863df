import { extractStage, readStage, reconcileStage, type Stage, type StageName } from '../../extractors/index.ts';
import type { Block, Document, Extraction } from '../../schemas/index.ts';
import { decode, encode, inputHash } from './encoding.ts';
import type { DocumentJob, Paragraph, Processed, RememberedRun } from './protocol.ts';

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
export async function runStages({ artifact, remembered }: DocumentJob): Promise<Processed> {
  const { sha256, source } = artifact;
  const read = await step<Parameters<typeof readStage.run>[0], Document>({
    stage: readStage,
    input: artifact,
    inputHash: readInput(artifact),
    remembered,
  });
  const extracted = await step<Parameters<typeof extractStage.run>[0], Extraction>({
    stage: extractStage,
    input: { document: read.output, origin: { sha256, source } },
    inputHash: extractInput(read.run, source),
    remembered,
  });
  const reconciled = await attempt('reconcile', () => reconcileStage.run(extracted.output));
  const reconcileRun: RememberedRun = {
    stage: 'reconcile',
    version: reconcileStage.version,
    inputHash: reconcileInput(extracted.run),
    outputHash: encode(reconciled).hash,
    output: null,
  };
  return {
    extraction: extracted.output,
    reconciliation: reconciled,
    paragraphs: paragraphsOf(read.output.blocks),
    links: read.output.links,
    runs: [read.run, extracted.run, reconcileRun],
  };
}

/** Reading depends on the bytes and on what the server said of their charset, never on where they were found. */
export function readInput(artifact: {
  readonly sha256: string;
  readonly declaredCharset?: string | undefined;
}): string {
  return inputHash(artifact.sha256, artifact.declaredCharset ?? '');
}

/** The source is part of the public JSON, and a file's name may say what its text does not. */
export function extractInput(read: Pick<RememberedRun, 'outputHash'>, source: string): string {
  return inputHash(read.outputHash, source);
}

export function reconcileInput(extract: Pick<RememberedRun, 'outputHash'>): string {
  return inputHash(extract.outputHash);
}

/** Is this remembered run what running the stage now would give? Outputs of a newer program are left as they are. */
export function isCurrent(
  run: RememberedRun | undefined,
  stage: { readonly version: number },
  expectedInput: string,
): run is RememberedRun {
  return run !== undefined && run.version >= stage.version && run.inputHash === expectedInput;
}

interface Step<Input, Output> {
  readonly stage: Stage<Input, Output>;
  readonly input: Input;
  readonly inputHash: string;
  readonly remembered: readonly RememberedRun[];
}

async function step<Input, Output>(plan: Step<Input, Output>): Promise<{ output: Output; run: RememberedRun }> {
  const name = plan.stage.name;
  const before = plan.remembered.find((run) => run.stage === name);
  if (isCurrent(before, plan.stage, plan.inputHash) && before.output !== null) {
    return { output: decode<Output>(before.output), run: before };
  }
  const output = await attempt(name, () => plan.stage.run(plan.input));
  const { hash, bytes } = encode(output);
  const run = { stage: name, version: plan.stage.version, inputHash: plan.inputHash, outputHash: hash, output: bytes };
  return { output, run };
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
