import type { ExtractedFigure, Identity } from '../../../schemas/index.ts';
import { phasesOf, yearOf } from './periods.ts';
import type { ReadLabel } from './read-label.ts';
import { readLabel } from './read-label.ts';
import type { RowIndex } from './row-index.ts';
import { codesOfPath } from './row-index.ts';
import type { Topic } from './section-topics.ts';
import type { Subject } from './subject.ts';
import { isOwned, subjectKey, THREE_PUBLIC } from './subject.ts';
import type { Says } from './vocabulary.ts';

/** What the words beside a number may mean. Several alternatives: the words do not decide between them. */
export interface FigureSubject {
  readonly alternatives: readonly Subject[];
  /** Nothing says whose money it is: all of it is taken for granted. */
  readonly assumesFund?: true;
  /** How much of the name's words are those of the row it was taken for; left out where the name is the row's. */
  readonly confidence?: number;
}

export interface FigureContext {
  readonly identity: Identity;
  readonly index: RowIndex;
  readonly topic: Topic;
}

/** The words to resolve: a figure's, or those by which a sentence names something ("占本年支出合计的"). */
export type Named = Pick<ExtractedFigure, 'label' | 'qualifier' | 'period'>;

/**
 * What a name means that stands for a whole ("占支出预算的"): of the money that the section is about, or of all, as far as
 * the name does not say. null when the words are not understood in full.
 */
export function subjectOfWhole(named: Named, context: FigureContext): FigureSubject | null {
  const { nature: _nature, item: _item, ...topic } = context.topic;
  const narrow = subjectOfFigure(named, { ...context, topic });
  const { fund: _fund, ...flow } = topic;
  const wide = subjectOfFigure(named, { ...context, topic: flow });
  if (narrow === null || wide === null) return null;
  const alternatives = new Map([...narrow.alternatives, ...wide.alternatives].map((one) => [subjectKey(one), one]));
  return { alternatives: [...alternatives.values()] };
}

/** null when the words are not understood in full. */
export function subjectOfFigure(named: Named, context: FigureContext): FigureSubject | null {
  const { index, identity, topic } = context;
  const label = readLabel(named.label, index);
  const qualifier = readLabel(named.qualifier, index);
  if (label.rest !== '') return qualifier.rest === '' ? similarProject(named, qualifier, context) : null;
  if (qualifier.rest !== '' || isNamelessPart(label, qualifier)) return null;
  const says = inherit(label, qualifier);
  if (says === null || (topic.performance && says.extent === undefined)) return null;
  if (isOwned(says.item) && says.flow !== undefined) return null;
  const items = itemsOf(label, qualifier, says, context);
  const fund = says.fund ?? topic.fund ?? 'all';
  const flow = says.flow ?? (topic.flow === 'both' ? undefined : topic.flow) ?? '';
  const nature = says.nature ?? natureOfTopic(says, topic);
  const year = named.period !== '' ? named.period : yearOf(label.years, says.year, identity);
  const alternatives = items.flatMap((item) =>
    phasesOf(says.phase, identity.kind).map((phase) => ({ fund, flow, item, nature, phase, year })),
  );
  if (alternatives.length === 0) return null;
  return says.fund === undefined && topic.fund === undefined ? { alternatives, assumesFund: true } : { alternatives };
}

/** In a section or list on projects, the project whose name is most like the label. */
function similarProject(named: Named, qualifier: ReadLabel, context: FigureContext): FigureSubject | null {
  const { index, identity, topic } = context;
  if ((qualifier.says.nature ?? topic.nature) !== 'project') return null;
  const similar = index.similarProject(named.label);
  if (similar === null) return null;
  const project = { fund: qualifier.says.fund ?? topic.fund ?? 'all', flow: 'expenditure', nature: 'project' };
  const year = named.period !== '' ? named.period : yearOf([], undefined, identity);
  const alternatives = phasesOf(qualifier.says.phase, identity.kind).map((phase) => ({
    ...project,
    item: `name:${similar.name}`,
    phase,
    year,
  }));
  return { alternatives, confidence: similar.confidence };
}

/**
 * The label's own words first; what it leaves open the qualifier says. null when both count something of their own:
 * the label then names a part of the qualifier ("培训费" within "机关运行经费"), for which the forms have no place.
 */
function inherit(label: ReadLabel, qualifier: ReadLabel): Says | null {
  const own = label.says;
  const around = qualifier.says;
  if (own.item && around.item && own.item !== around.item && !areOfOneFamily(own.item, around.item)) return null;
  if (own.nature && around.nature && own.nature !== around.nature) return null;
  // What was carried over for one item of the classification is a part of what was carried over.
  if (own.item?.startsWith('carry_over') && (qualifier.names.length > 0 || qualifier.code !== '')) return null;
  const carried = around.item?.startsWith('carry_over') ?? false;
  if (carried && (label.names.length > 0 || label.code !== '')) return null;
  if (!isNamed(label) && own.fund === undefined && !(carried && own.flow)) return { ...around, ...own };
  const { item: _item, extent: _extent, ...rest } = around;
  return { ...rest, ...own };
}

/** 公务接待费 is named within 三公经费, 货物 within 政府采购, 公用 beside 人员经费: each has its own place in the forms. */
function areOfOneFamily(part: string, whole: string): boolean {
  if (part === 'public' && whole === 'personnel') return true;
  if (THREE_PUBLIC.has(part) && THREE_PUBLIC.has(whole)) return true;
  return part.startsWith('procurement') && whole.startsWith('procurement');
}

/** Whether the label itself says what is counted; "年初预算" or "支出决算" do not. */
function isNamed({ says, names, code }: ReadLabel): boolean {
  return (
    says.item !== undefined || says.extent !== undefined || says.nature !== undefined || names.length > 0 || code !== ''
  );
}

/** A section about 基本支出 speaks of it where its figures name nothing but funds and classes. */
function natureOfTopic(says: Says, topic: Topic): string {
  return says.item === undefined && says.extent === undefined ? (topic.nature ?? '') : '';
}

function itemsOf(label: ReadLabel, qualifier: ReadLabel, says: Says, context: FigureContext): readonly string[] {
  const own = label.names.length > 0 || label.code !== '';
  const counts = own || label.says.item !== undefined || label.says.nature !== undefined;
  const names = own ? [...qualifier.names, ...label.names] : counts ? [] : qualifier.names;
  const code = label.code || (counts ? '' : qualifier.code);
  if (code !== '') return [`code:${code}`];
  if (names.length > 0) return itemsOfNames(names, says, context);
  if (says.item !== undefined) return [says.item];
  if (says.extent === 'grand') return ['grand_total'];
  if (says.extent === 'current' || says.nature !== undefined) return ['total'];
  if (says.extent === undefined && says.fund === undefined && says.flow === undefined) return [];
  // In final accounts the expenditure of a fund is this year's; what was carried over is never spoken of as 支出.
  const { kind } = context.identity;
  return kind === 'final_accounts' && says.fund !== undefined ? ['total'] : ['total', 'grand_total'];
}

/**
 * "支出" within "支出合计" is a part of it whose name was not read; within "收入、支出总计" it is the one side, and
 * "支出决算" within anything is its final amount.
 */
function isNamelessPart(label: ReadLabel, qualifier: ReadLabel): boolean {
  const { fund, item, extent, nature, phase, flow } = label.says;
  const empty = [fund, item, extent, nature, phase].every((field) => field === undefined);
  return empty && label.names.length === 0 && label.code === '' && flow !== undefined && flow === qualifier.says.flow;
}

function itemsOfNames(names: readonly string[], says: Says, { index, topic }: FigureContext): readonly string[] {
  const last = names.at(-1) ?? '';
  if (names.length === 1 && index.isProject(last)) return [`name:${last}`];
  const codes = codesOfPath(index, names);
  const economic = (says.nature ?? topic.nature) === 'basic' || topic.item === 'agency_operation';
  const preferred = codes.filter((code) => code.startsWith('2') !== economic);
  return (preferred.length > 0 ? preferred : codes).map((found) => `code:${found}`);
}
