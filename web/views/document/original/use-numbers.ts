import type { PrintedNumber, PrintedNumbers } from '../../../../schemas/service/index.ts';
import { documentPath } from '../../../api/paths.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { withQuery } from '../../../shell/query.ts';

const NONE: readonly PrintedNumber[] = [];

/** The numbers of a page, or of a run of blocks. While they come, the original can be read already. */
export function useNumbers(
  document: string,
  where: { readonly page: number } | { readonly from: number; readonly to: number } | null,
): readonly PrintedNumber[] {
  const asked = useAnswer<PrintedNumbers>(where && withQuery(documentPath(document, 'numbers'), { ...where }));
  return asked.answer.value.state === 'ready' ? asked.answer.value.value.items : NONE;
}
