import type { Extraction, Finding, FindingOperand, OnePlace, Status } from '../../../schemas/index.ts';

/** The reason that a document gives for each page whose text was recognised (readers/pdf/page-reasons.ts). */
const PAGE_RECOGNIZED = 'page-recognized';

const CAUTION = {
  zh: '；所涉数字由文字识别得到，请先核对原件',
  en: '; numbers of it come from text recognition: compare them with the original first',
} as const;

/**
 * Findings that rest on recognised numbers say so and are no errors: the mistake may be the recognition program's.
 * `home` is the status of the findings' document; numbers of other documents stand in `others`.
 */
export function withCaution(
  findings: readonly Finding[],
  home: Status | undefined,
  others: readonly Extraction[],
  lang: 'zh' | 'en',
): readonly Finding[] {
  const own = recognizedPages(home);
  const ofOthers = new Map(others.map((other) => [other.document.source, recognizedPages(other.status)]));
  const isRecognized = ({ place, source }: FindingOperand): boolean => {
    const pages = source === undefined ? own : ofOthers.get(source);
    return pages !== undefined && pages.size > 0 && pagesOf(place).some((page) => pages.has(page));
  };
  return findings.map((finding) => {
    if (!finding.operands.some(isRecognized)) return finding;
    const severity = finding.severity === 'error' ? 'warning' : finding.severity;
    return { ...finding, severity, message: `${finding.message}${CAUTION[lang]}` };
  });
}

function recognizedPages(status: Status | undefined): ReadonlySet<number> {
  return new Set(status?.reasons.flatMap(({ code, page }) => (code === PAGE_RECOGNIZED && page ? [page] : [])));
}

function pagesOf(place: FindingOperand['place']): readonly number[] {
  const parts: readonly OnePlace[] = Array.isArray(place) ? place : [place];
  return parts.flatMap((part) => ('page' in part ? [part.page] : []));
}
