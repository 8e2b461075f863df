import type { ExtractedFigure, Extraction, Link, Observation } from '../../../../schemas/index.ts';
import { observationsOf } from '../../observations.ts';
import type { SubjectCell, Subjects } from '../../subjects/index.ts';
import { subjectsOf } from '../../subjects/index.ts';
import type { ProposerContext } from '../proposer.ts';

/** What proposers that start from sentences look up: figures by id, observations, subjects. */
export interface Prose {
  readonly extraction: Extraction;
  readonly subjects: Subjects;
  readonly figure: (id: string | null) => ExtractedFigure | null;
  /** The observation of a figure; null for no figure, and for an id that the disclosure does not have. */
  readonly observe: (id: string | null) => Observation | null;
  readonly observeCell: (cell: SubjectCell) => Observation | null;
}

export type LinkOf<Kind extends Link['kind']> = Extract<Link, { readonly kind: Kind }>;

export function proseOf({ extraction }: Pick<ProposerContext, 'extraction'>): Prose {
  const observations = observationsOf(extraction);
  const figures = new Map(extraction.figures.map((figure) => [figure.id, figure]));
  return {
    extraction,
    subjects: subjectsOf(extraction),
    figure: (id) => (id === null ? null : (figures.get(id) ?? null)),
    observe: (id) => (id === null ? null : observations.figure(id)),
    observeCell: ({ fact }) => observations.cell(fact.table, fact.r, fact.c),
  };
}

export function linksOf<Kind extends Link['kind']>(extraction: Extraction, kind: Kind): readonly LinkOf<Kind>[] {
  return extraction.links.filter((link): link is LinkOf<Kind> => link.kind === kind);
}

/** Amounts of money: what can be compared with a cell or with another statement of the same subject. */
export function isMoney(figure: ExtractedFigure): boolean {
  return figure.measure === 'amount' && /^(?:[十百千]?万?亿?元|万|亿)$/.test(figure.unit);
}
