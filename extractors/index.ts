import type { Artifact, Document, Extraction } from '../schemas/index.ts';
import { UnreadableError } from './errors.ts';
import type { DocumentSource } from './extract.ts';
import type { ReadingAids } from './readers/aids.ts';
import type { FormRule, Reconciliation } from './reconcile/index.ts';

export type StageName = 'read' | 'extract' | 'reconcile' | 'dossier';

/**
 * A stage: a function from one readonly value to the next, with the name and version under which its outputs are
 * remembered. Raise `version` with any change that can alter an output: documents in a database are then computed anew
 * from their kept bytes.
 */
export interface Stage<Input, Output> {
  readonly name: StageName;
  readonly version: number;
  readonly run: (input: Input) => Promise<Output>;
}

export interface ExtractInput {
  readonly document: Document;
  readonly origin: DocumentSource;
}

export interface ReconcileInput {
  readonly extraction: Extraction;
  /** The user's own rules. */
  readonly rules: readonly FormRule[];
}

/** Both languages at once, and rounding findings too: what is shown is chosen when it is shown. */
export type ReconcileOutput = Readonly<Record<'zh' | 'en', Reconciliation>>;

// The stages import what they need when they run, so that asking for their names and versions costs nothing.

export interface ReadInput {
  readonly artifact: Artifact;
  readonly aids: ReadingAids;
}

/** Bytes → blocks. Bytes that cannot be read give a document without blocks and the reason, never an exception. */
export const readStage: Stage<ReadInput, Document> = {
  name: 'read',
  version: 1,
  run: async ({ artifact, aids }) => {
    const { read } = await import('./readers/index.ts');
    try {
      return await read(artifact, aids);
    } catch (error) {
      if (error instanceof UnreadableError) return unreadableDocument(artifact, error);
      throw error;
    }
  },
};

/** Blocks → identity, sections, tables, facts, figures. */
export const extractStage: Stage<ExtractInput, Extraction> = {
  name: 'extract',
  version: 1,
  run: async ({ document, origin }) => {
    const { extract } = await import('./extract.ts');
    return extract(document, origin);
  },
};

/** Relations between the numbers, judged. */
export const reconcileStage: Stage<ReconcileInput, ReconcileOutput> = {
  name: 'reconcile',
  version: 1,
  run: async ({ extraction, rules }) => {
    const { reconcileInBoth } = await import('./reconcile/index.ts');
    return reconcileInBoth(extraction, { all: true, rules });
  },
};

export interface DossierInput {
  /** The documents of one disclosure. */
  readonly members: readonly Extraction[];
  /** Other disclosures of the same unit. */
  readonly companions: readonly Extraction[];
  readonly rules: readonly FormRule[];
}

/** Relations that run between documents: judged with those inside each, so that one misprint is one finding. */
export const dossierStage: Stage<DossierInput, readonly ReconcileOutput[]> = {
  name: 'dossier',
  version: 1,
  run: async ({ members, companions, rules }) => {
    const { reconcileDossier } = await import('./reconcile/dossier/index.ts');
    const inLanguage = (lang: 'zh' | 'en') => reconcileDossier(members, { lang, all: true, others: companions, rules });
    const [zh, en] = [inLanguage('zh'), inLanguage('en')];
    return zh.map((reconciliation, member) => ({ zh: reconciliation, en: en[member] ?? reconciliation }));
  },
};

/** What would have been asked for, had it been there: with it the bytes may be read after all. */
const ASKED_FOR: Readonly<Record<string, Pick<Document, 'aids'>>> = {
  'needs-converter': { aids: ['converter'] },
  'converter-failed': { aids: ['converter'] },
  'needs-ocr': { aids: ['recognizer'] },
};

async function unreadableDocument(artifact: Artifact, error: UnreadableError): Promise<Document> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(artifact.bytes);
  // The reason belongs to a document that is already named: a path inside it would make equal bytes differ.
  const cause = error.message.replace(`${artifact.source}: `, '');
  return {
    mediaType: type?.mime ?? 'application/octet-stream',
    pages: null,
    pageSizes: [],
    blocks: [],
    asides: [],
    metadata: {},
    links: [],
    ...(ASKED_FOR[error.code] ?? {}),
    reasons: [{ code: error.code, message: `${cause}; ${error.remedy}` }],
  };
}
