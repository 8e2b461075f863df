import type { Entry, MarkedOperand, WorkingPaper } from '../../../pipeline/working-paper/model.ts';
import type { Finding } from '../../../schemas/index.ts';

const SHA256 = 'ab'.repeat(32);

export interface MadeOperand {
  readonly value: string;
  readonly place: MarkedOperand['places'][number];
  readonly label?: string;
}

/** A paper about one finding, in our own words. */
export function madePaper(
  operands: readonly MadeOperand[],
  { pages = 1, mediaType = 'application/pdf', ...said }: Partial<Finding> & { pages?: number; mediaType?: string } = {},
): WorkingPaper {
  const finding: Finding = {
    id: '0123456789ab',
    rule: 'narrative-share',
    type: 'sum',
    status: 'mismatch',
    severity: 'error',
    message: '分项之和与合计不符',
    formula: '1.00 + 2.00 = 4.00',
    expected: '3.00',
    actual: '4.00',
    difference: '1.00',
    unit: '万元',
    operands: [],
    ...said,
  };
  const marked = operands.map(
    ({ value, place, label = '支出' }, index): MarkedOperand => ({
      value,
      label,
      unit: '万元',
      ref: `cell:t1:${index}:1`,
      place,
      places: [place],
      mark: `1.${index + 1}`,
      isSuspect: index === operands.length - 1,
    }),
  );
  const entry: Entry = {
    number: 1,
    finding: { ...finding, operands: marked },
    relation: '',
    basis: '',
    operands: marked,
    state: 'open',
    review: null,
    excerpts: [],
  };
  return {
    language: 'zh',
    id: 'a',
    document: {
      sha256: SHA256,
      mediaType,
      source: 'a.pdf',
      title: '决算公开',
      issuer: '清河市档案馆',
      kind: 'final_accounts',
      fiscalYear: 2023,
      publishedOn: null,
      pages,
    },
    sources: ['a.pdf'],
    status: { state: 'complete', reasons: [] },
    checks: { holds: 3, rounding: 0, broken: 1, undetermined: 0 },
    entries: [entry],
  };
}
