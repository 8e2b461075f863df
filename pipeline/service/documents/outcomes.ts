import type { Outcome } from '../../../schemas/service/index.ts';
import { withoutDocument } from '../references.ts';
import type { Service } from '../service.ts';

/** From the worst. */
export const OUTCOMES: readonly Outcome[] = ['broken', 'undetermined', 'rounding', 'holds'];

/** The worst outcome of the relations each number of a document takes part in, those of other documents too. */
export function outcomesOf(
  { store, remembered }: Service,
  { id, artifact }: { readonly id: string; readonly artifact: string },
): ReadonlyMap<string, Outcome> {
  return remembered.of(`outcomes ${id}`, () => {
    const rows = store.db
      .prepare<[string, string, string], { ref: string; outcome: Outcome }>(
        `SELECT ref, outcome FROM relation_operands JOIN relations
           ON relations.document = relation_operands.document AND relations.n = relation
         WHERE relation_operands.document = ? AND ref IS NOT NULL
         UNION ALL
         SELECT ref, outcome FROM relation_operands JOIN relations
           ON relations.document = relation_operands.document AND relations.n = relation
         WHERE instr(ref, '#') > 0 AND ref >= ? AND ref < ?`,
      )
      // Numbers of this document, as others name them: "<sha256>#…", and "$" comes after "#".
      .all(id, `${artifact}#`, `${artifact}$`);
    const worst = new Map<string, Outcome>();
    for (const { ref: named, outcome } of rows) {
      const { other, ref } = withoutDocument(named);
      if (other !== null && other !== artifact) continue;
      const known = worst.get(ref);
      if (known === undefined || OUTCOMES.indexOf(outcome) < OUTCOMES.indexOf(known)) worst.set(ref, outcome);
    }
    return worst;
  });
}
