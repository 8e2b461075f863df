import type { Extraction, Remark, Status } from '../schemas/index.ts';

/** Fewer places left open are misprints of a disclosure. */
const LEAST_LEFT_OPEN = 10;

const REASON = {
  code: 'blank-template',
  message: 'the form is not filled in: words of the template in place of amounts, and no amount in its tables',
} as const;

/**
 * A template that was published, or kept, before anybody filled it in: not a disclosure with a hundred defects, but none
 * at all. It is said once, in `status`; the places left open are no findings.
 */
export function asBlankTemplate(extraction: Extraction): Extraction {
  const leftOpen = extraction.remarks.filter(isLeftOpen).length;
  const amounts = extraction.figures.filter(({ measure }) => measure === 'amount').length;
  if (extraction.facts.length > 0 || leftOpen < LEAST_LEFT_OPEN || leftOpen <= amounts) return extraction;
  const status: Status = { state: 'partial', reasons: [...extraction.status.reasons, REASON] };
  return { ...extraction, status, remarks: extraction.remarks.filter((remark) => !isLeftOpen(remark)) };
}

function isLeftOpen({ rule }: Remark): boolean {
  return rule === 'template-leftover' || rule === 'number-missing' || rule === 'reason-missing';
}
