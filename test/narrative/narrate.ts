import type { Narrative } from '../../extractors/narrative/index.ts';
import { readNarrative } from '../../extractors/narrative/index.ts';
import type { Block, Document, Identity, Link } from '../../schemas/index.ts';

/** A document of blocks: "# 标题" is a heading, every other line a paragraph. */
export function documentOf(lines: readonly string[]): Document {
  const blocks = lines.map((line, index): Block => {
    const text = line.replace(/^# /, '');
    const spans = [{ start: 0, end: text.length, place: { block: index, start: 0, end: text.length } }];
    if (line.startsWith('# ')) return { kind: 'heading', level: 1, index, page: null, text, spans };
    return { kind: 'paragraph', index, page: null, text, spans };
  });
  return {
    mediaType: 'text/plain',
    pages: null,
    pageSizes: [],
    blocks,
    asides: [],
    metadata: {},
    links: [],
    reasons: [],
  };
}

export function narrate(lines: string | readonly string[], identity: Partial<Identity> = {}): Narrative {
  return readNarrative(documentOf(typeof lines === 'string' ? [lines] : lines), {
    identity: {
      sha256: '',
      mediaType: 'text/plain',
      source: '',
      title: '',
      issuer: '',
      kind: 'final_accounts',
      fiscalYear: 2023,
      publishedOn: null,
      pages: null,
      ...identity,
    },
    sections: { list: [], of: () => '', pathOf: () => [] },
    claimedBlocks: new Set(),
  });
}

/** Each figure as "原文 名称 种类", with the qualifier after "@" where there is one. */
export function figuresOf(lines: string | readonly string[], identity: Partial<Identity> = {}): readonly string[] {
  return narrate(lines, identity).figures.map(
    ({ raw, label, qualifier, measure }) => `${raw} ${label}${qualifier ? `@${qualifier}` : ''} ${measure}`,
  );
}

/** The links of one kind, with the printed numbers in place of ids. */
export function linksOf<Kind extends Link['kind']>(
  kind: Kind,
  lines: string | readonly string[],
  identity: Partial<Identity> = {},
): readonly Record<string, unknown>[] {
  const { figures, links } = narrate(lines, identity);
  const printed = new Map(figures.map((figure) => [figure.id, figure.raw]));
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced);
    return typeof value === 'string' ? (printed.get(value) ?? value) : value;
  };
  return links
    .filter((link) => link.kind === kind)
    .map(({ words: _words, kind: _kind, ...facts }) =>
      Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, replaced(value)])),
    );
}
