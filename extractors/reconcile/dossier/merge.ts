import type { Extraction, Link, Remark, Words } from '../../../schemas/index.ts';
import { BLOCKS_PER_MEMBER, memberName } from './names.ts';

/** One disclosure made of several files: what they hold together, as if it stood in one document. */
export function mergeExtractions(members: readonly Extraction[]): Extraction {
  const [first] = members;
  if (first === undefined) throw new RangeError('a dossier has at least one document');
  const parts = members.map(asMember);
  return {
    document: {
      ...first.document,
      issuer: firstKnown(members, ({ document }) => document.issuer) ?? '',
      kind: firstKnown(members, ({ document }) => (document.kind === 'unknown' ? null : document.kind)) ?? 'unknown',
      fiscalYear: firstKnown(members, ({ document }) => document.fiscalYear),
    },
    status: first.status,
    region: first.region,
    sections: parts.flatMap(({ sections }) => sections),
    tables: parts.flatMap(({ tables }) => tables),
    facts: parts.flatMap(({ facts }) => facts),
    figures: parts.flatMap(({ figures }) => figures),
    links: parts.flatMap(({ links }) => links),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

function asMember(extraction: Extraction, member: number): Extraction {
  const name = (id: string): string => memberName(id, member);
  const sectionName = (id: string): string => (id === '' ? '' : name(id));
  const block = (index: number): number => index + member * BLOCKS_PER_MEMBER;
  return {
    ...extraction,
    sections: extraction.sections.map((section) => ({ ...section, id: name(section.id) })),
    tables: extraction.tables.map((table) => ({
      ...table,
      id: name(table.id),
      block: block(table.block),
      section: sectionName(table.section),
    })),
    facts: extraction.facts.map((fact) => ({ ...fact, table: name(fact.table) })),
    figures: extraction.figures.map((figure) => ({
      ...figure,
      id: name(figure.id),
      block: block(figure.block),
      sentence: block(figure.sentence),
      section: sectionName(figure.section),
    })),
    links: extraction.links.map((link) => renamedLink(link, name, block)),
    remarks: extraction.remarks.map((remark) => renamedRemark(remark, name, block)),
  };
}

function renamedLink(link: Link, name: (id: string) => string, block: (index: number) => number): Link {
  const words: Words = { ...link.words, block: block(link.words.block) };
  const optional = (id: string | null): string | null => (id === null ? null : name(id));
  switch (link.kind) {
    case 'parts':
      return { ...link, whole: name(link.whole), parts: link.parts.map(name), words };
    case 'share':
      return { ...link, percent: name(link.percent), part: optional(link.part), whole: optional(link.whole), words };
    case 'change':
      return {
        ...link,
        current: optional(link.current),
        base: optional(link.base),
        amount: optional(link.amount),
        percent: optional(link.percent),
        words,
      };
    case 'completion':
      return {
        ...link,
        actual: optional(link.actual),
        budget: optional(link.budget),
        percent: optional(link.percent),
        words,
      };
    case 'comparison':
      return { ...link, left: optional(link.left), right: optional(link.right), words };
    case 'absence':
      return { ...link, words };
    case 'equal':
      return { ...link, figures: link.figures.map(name), words };
  }
}

function renamedRemark(remark: Remark, name: (id: string) => string, block: (index: number) => number): Remark {
  const words = { ...remark.words, block: block(remark.words.block) };
  if (remark.ref === undefined) return { ...remark, words };
  const [kind = '', id = '', ...rest] = remark.ref.split(':');
  return { ...remark, words, ref: [kind, name(id), ...rest].join(':') };
}

function firstKnown<Value>(
  members: readonly Extraction[],
  knownOf: (member: Extraction) => Value | null,
): Value | null {
  for (const member of members) {
    const value = knownOf(member);
    if (value !== null && value !== '') return value;
  }
  return null;
}
