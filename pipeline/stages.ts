import { extractStage, readStage, reconcileStage } from '../extractors/index.ts';
import type { Memory } from './store/memory.ts';
import { STORE_VERSION } from './store/save.ts';
import type { Tools } from './tools/tools.ts';
import type { OwnRules } from './workers/protocol.ts';
import { extractInput, isCurrent, readInputs, reconcileInput } from './workers/run-stages.ts';

/** The way of a document: the stages in order, with the versions their outputs are remembered under. */
export const STAGES = [
  { name: 'fetch', version: 1 },
  { name: readStage.name, version: readStage.version },
  { name: extractStage.name, version: extractStage.version },
  { name: reconcileStage.name, version: reconcileStage.version },
  { name: 'store', version: STORE_VERSION },
] as const;

/** The stages with their versions as one word: what failed under one set of versions may succeed under the next. */
export const STAGE_VERSIONS = STAGES.map(({ name, version }) => `${name}/${version}`).join(' ');

/** Would running all stages now give anything else than what is stored? */
export function isUpToDate(
  memory: Memory,
  artifact: { readonly sha256: string; readonly source: string; readonly declaredCharset?: string | undefined },
  { tools, ownRules }: { readonly tools: Tools; readonly ownRules: OwnRules },
): boolean {
  const run = (name: string) => memory.runs.find(({ stage }) => stage === name);
  const read = run('read');
  const extract = run('extract');
  return (
    isCurrent(read, readStage, readInputs(artifact, tools)) &&
    isCurrent(extract, extractStage, [extractInput(read, artifact.source)]) &&
    isCurrent(run('reconcile'), reconcileStage, [reconcileInput(extract, ownRules)]) &&
    memory.storeVersion >= STORE_VERSION
  );
}
