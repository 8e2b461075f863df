import type { Direction, Judgement, Observation, Operand, Relation } from '../../../schemas/index.ts';
import { amountInWords } from './amounts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a judgement says, in one sentence: which numbers, what they give, what is printed, by how much they differ. */
export function statementOf(judgement: Judgement, vocabulary: Vocabulary): string {
  const { context, relation } = withoutContext(judgement.relation);
  const statement = statementWithin({ ...judgement, relation }, vocabulary);
  return context === '' ? statement : `${vocabulary.within(context)}${statement}`;
}

const LABEL_PARTS = '·';

/** What all labels begin with (the table, the item) is said once, before the sentence. */
function withoutContext(relation: Relation): { readonly context: string; readonly relation: Relation } {
  const paths = relation.operands.flatMap(({ observation }) =>
    observation ? [observation.label.split(LABEL_PARTS)] : [],
  );
  const first = paths[0] ?? [];
  if (paths.length < 2) return { context: '', relation };
  let shared = 0;
  while (shared < first.length - 1 && paths.every((path) => path.length > shared + 1 && path[shared] === first[shared]))
    shared++;
  if (shared === 0) return { context: '', relation };
  const operands = relation.operands.map((operand) => {
    if (operand.observation === null) return operand;
    const label = operand.observation.label.split(LABEL_PARTS).slice(shared).join(LABEL_PARTS);
    return { ...operand, observation: { ...operand.observation, label } };
  });
  return { context: first.slice(0, shared).join(LABEL_PARTS), relation: { ...relation, operands } };
}

function statementWithin(judgement: Judgement, vocabulary: Vocabulary): string {
  const { relation } = judgement;
  switch (relation.kind) {
    case 'sum':
      return sumStatement(judgement, vocabulary);
    case 'equal':
      return vocabulary.equal(listed(relation, 'left'), listed(relation, 'right'), differenceOf(judgement, vocabulary));
    case 'bound':
      return vocabulary.bound(listed(relation, 'left'), listed(relation, 'right'), differenceOf(judgement, vocabulary));
    case 'share':
      return ratioStatement(judgement, 'part', 'whole', vocabulary);
    case 'completion':
      return ratioStatement(judgement, 'actual', 'budget', vocabulary);
    case 'change':
      return changeStatement(judgement, vocabulary);
    case 'direction':
      return directionStatement(judgement, vocabulary);
    case 'absence':
      return vocabulary.absence(listed(relation, 'value'));
  }
}

/** Sums with more parts than this are told by their number: the formula has them all. */
const MOST_PARTS_NAMED = 4;

function sumStatement(judgement: Judgement, vocabulary: Vocabulary): string {
  const { relation, expected } = judgement;
  const parts = relation.operands.filter(({ role }) => role === 'part');
  const whole = relation.operands.find(({ role }) => role === 'whole')?.observation;
  if (whole && parts.length === 1 && parts[0]?.observation && parts[0].sign === 1)
    return vocabulary.onlyPart(printed(parts[0].observation), printed(whole), differenceOf(judgement, vocabulary));
  const left =
    parts.length <= MOST_PARTS_NAMED
      ? joined(parts)
      : vocabulary.parts(nameOf(parts[0]), nameOf(parts.at(-1)), parts.length);
  return vocabulary.sum(
    left,
    `${expected}${judgement.unit}`,
    whole ? printed(whole) : '',
    differenceOf(judgement, vocabulary),
  );
}

function ratioStatement(
  judgement: Judgement,
  part: Operand['role'],
  whole: Operand['role'],
  vocabulary: Vocabulary,
): string {
  const { relation, expected, actual, difference } = judgement;
  const a = listed(relation, part);
  const b = listed(relation, whole);
  if (judgement.reason === 'zero-base') return vocabulary.zeroBase(b, `${actual}%`, a);
  const word = relation.kind === 'completion' ? vocabulary.completion : vocabulary.ratio;
  return word(a, b, `${expected}%`, `${actual}%`, difference.replace('-', ''));
}

function changeStatement(judgement: Judgement, vocabulary: Vocabulary): string {
  const { relation, expected, actual, unit } = judgement;
  if (isDirection(expected)) return directionStatement(judgement, vocabulary);
  const given = (['current', 'base', 'amount'] as const)
    .flatMap((role) => {
      const numbers = listed(relation, role);
      return numbers === '' ? [] : [vocabulary.changeFrom[role](numbers)];
    })
    .join(vocabulary.comma);
  if (judgement.reason === 'zero-base') return vocabulary.zeroBase(given, `${actual}%`, '');
  const word = vocabulary.changeWord(relation.direction, unit);
  return vocabulary.change(
    given,
    `${word}${expected}${unit}`,
    `${word}${actual}${unit}`,
    differenceOf(judgement, vocabulary),
  );
}

function directionStatement(judgement: Judgement, vocabulary: Vocabulary): string {
  const { relation, expected, actual } = judgement;
  const [left, right] = relation.kind === 'change' ? (['current', 'base'] as const) : (['left', 'right'] as const);
  const words = (direction: string): string => (isDirection(direction) ? vocabulary.comparison(direction) : direction);
  return vocabulary.direction(listed(relation, left), listed(relation, right), words(expected), words(actual));
}

function differenceOf({ difference, unit }: Judgement, vocabulary: Vocabulary): string {
  return amountInWords(difference, unit, vocabulary.lang);
}

function listed(relation: Relation, role: Operand['role']): string {
  return joined(relation.operands.filter((operand) => operand.role === role));
}

function joined(operands: readonly Operand[]): string {
  let text = '';
  for (const operand of operands) {
    if (text !== '') text += operand.sign === -1 ? ' - ' : ' + ';
    else if (operand.sign === -1) text += '-';
    text += operand.observation ? printed(operand.observation) : operand.name;
  }
  return text;
}

export function printed({ label, value, unit }: Observation): string {
  return label === '' ? `${value}${unit}` : `「${label}」${value}${unit}`;
}

function nameOf(operand: Operand | undefined): string {
  return operand?.observation ? printed(operand.observation) : (operand?.name ?? '');
}

function isDirection(word: string): word is Direction {
  return word === 'up' || word === 'down' || word === 'flat' || word === 'both';
}
