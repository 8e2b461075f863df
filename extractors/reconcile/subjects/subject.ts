/**
 * What a number measures, in the terms of the forms: whose money, which side, what is counted, which stage of which
 * year. Two numbers with the same subject must be equal, wherever they are printed.
 */
export interface Subject {
  /** all | fiscal | general | government_fund | state_capital | special_account; "" where it makes no difference. */
  readonly fund: string;
  /** income | expenditure | both; "" where it makes no difference. */
  readonly flow: string;
  /** total (of this year) | grand_total (with what was carried over) | a concept | code:<digits> | name:<row>. */
  readonly item: string;
  /** basic | project | … ; "" for all expenditure. */
  readonly nature: string;
  /** budget | adjusted | final; "" where the document does not say. */
  readonly phase: string;
  /** Fiscal year, "" where unknown. */
  readonly year: string;
}

/** Published beside the accounts by themselves: neither fund nor side tells them apart. */
const STANDALONE: ReadonlySet<string> = new Set([
  'three_public',
  'abroad',
  'vehicle',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
  'conference',
  'training',
  'agency_operation',
  'procurement',
  'procurement_goods',
  'procurement_works',
  'procurement_services',
  'procurement_sme',
  'procurement_small',
  'assets',
  'fixed_assets',
  'current_assets',
  'intangible_assets',
]);

export const THREE_PUBLIC: ReadonlySet<string> = new Set([
  'three_public',
  'abroad',
  'vehicle',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
]);

export function isStandalone(item: string): boolean {
  return STANDALONE.has(item);
}

/** What the unit owns at one time. Income from it ("资产使用收入") or spending on it is another thing, with no place in the forms. */
const OWNED: ReadonlySet<string> = new Set(['assets', 'fixed_assets', 'current_assets', 'intangible_assets']);

export function isOwned(item: string | undefined): boolean {
  return item !== undefined && OWNED.has(item);
}

const BOTH_SIDES: ReadonlySet<string> = new Set([
  'carry_over_in',
  'carry_over_out',
  'surplus_used',
  'surplus_distributed',
]);

/** The subject with everything that its item does not depend on left out, so that keys of the same subject are equal. */
export function normalSubject(subject: Subject): Subject {
  const { item } = subject;
  if (STANDALONE.has(item)) return { ...subject, fund: '', flow: '', nature: '' };
  if (BOTH_SIDES.has(item)) return { ...subject, flow: '', nature: '' };
  if (item.startsWith('income_')) return { ...subject, fund: 'all', flow: 'income', nature: '' };
  if (item === 'personnel' || item === 'public') return { ...subject, flow: 'expenditure', nature: 'basic' };
  if (/^(?:code|name):/.test(item) && subject.flow !== 'income') return { ...subject, flow: 'expenditure' };
  if (subject.nature !== '') return { ...subject, flow: 'expenditure' };
  return subject;
}

/** The subject (as far as it matters) that a key stands for. */
export function subjectOfKey(key: string): Subject {
  const [fund = '', flow = '', item = '', nature = '', phase = '', year = ''] = key.split('|');
  return { fund, flow, item, nature, phase, year };
}

/** Equal for equal subjects. */
export function subjectKey(subject: Subject): string {
  const { fund, flow, item, nature, phase, year } = normalSubject(subject);
  return [fund, flow, item, nature, phase, year].join('|');
}
