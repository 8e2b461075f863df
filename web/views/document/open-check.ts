import { useState } from 'preact/hooks';
import type { Check, DocumentChecks } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { withQuery } from '../../shell/query.ts';
import { nameWithin } from './name-within.ts';

/** A relation in a link: its number, after the document that it is a relation of where that is another one. */
export function checkName(document: string, check: Check): string {
  return check.document === document ? String(check.n) : `${check.document}:${check.n}`;
}

/** Relations may be judged with another document: what is elsewhere there may be here, and the other way round. */
export function seenFrom(document: string, check: Check): Check {
  if (check.document === document) return check;
  const operands = check.operands.map((operand) => {
    const standsIn = operand.otherDocument ?? check.document;
    return { ...operand, ref: nameWithin(operand.ref), otherDocument: standsIn === document ? null : standsIn };
  });
  return { ...check, operands };
}

/** The relation that the URL names; one that was chosen here need not be asked for. */
export function useOpenCheck(document: string, name: string): readonly [Check | undefined, (check: Check) => void] {
  const [chosen, setChosen] = useState<Check>();
  const isChosen = chosen !== undefined && checkName(document, chosen) === name;
  const [of = document, n = ''] = name.includes(':') ? name.split(':') : [document, name];
  const asked = useAnswer<DocumentChecks>(
    name && !isChosen ? withQuery(documentPath(of, 'checks'), { n, limit: 1 }) : null,
  );
  if (name === '') return [undefined, setChosen];
  if (isChosen) return [chosen, setChosen];
  const answer = asked.answer.value;
  const told = answer.state === 'ready' ? answer.value.items[0] : undefined;
  return [told && checkName(document, told) === name ? seenFrom(document, told) : undefined, setChosen];
}
