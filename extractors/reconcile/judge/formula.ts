import type { Direction, Operand, Relation } from '../../../schemas/index.ts';
import type { Role } from './operands.ts';

/**
 * The relation with its printed numbers: "180.44 + 32.41 = 212.94". Units are written where they differ; an operand
 * that was not found is written by its name.
 */
export function formulaOf(relation: Relation): string {
  const showUnits =
    new Set(relation.operands.flatMap((o) => (isAmount(o) && o.observation ? [o.observation.unit] : []))).size > 1;
  const side = (role: Role): string =>
    sideOf(
      relation.operands.filter((operand) => operand.role === role),
      showUnits,
    );
  switch (relation.kind) {
    case 'sum':
      return `${side('part')} = ${side('whole')}`;
    case 'equal':
      return `${side('left')} = ${side('right')}`;
    case 'bound':
      return `${side('left')} ≤ ${side('right')}`;
    case 'share':
      return `${side('part')} ÷ ${side('whole')} = ${side('percent')}`;
    case 'completion':
      return `${side('actual')} ÷ ${side('budget')} = ${side('percent')}`;
    case 'direction':
      return `${side('left')} ${SYMBOL[relation.direction ?? 'both']} ${side('right')}`;
    case 'absence':
      return `${side('value')} = 0`;
    case 'change':
      return changeFormula(relation, side);
  }
}

const SYMBOL: Readonly<Record<Direction, string>> = { up: '>', down: '<', flat: '=', both: '≷' };

function changeFormula(relation: Relation, side: (role: Role) => string): string {
  const has = (role: Role): boolean => relation.operands.some((o) => o.role === role && o.observation !== null);
  const sign = relation.direction === 'down' ? '-' : relation.direction === 'up' ? '+' : '±';
  const parts: string[] = [];
  if (has('current') && has('base')) {
    const result = has('amount') ? `${sign}${side('amount')}` : `${SYMBOL[relation.direction ?? 'both']} 0`;
    parts.push(`${side('current')} - ${side('base')} ${has('amount') ? '= ' : ''}${result}`);
  }
  if (has('percent')) {
    const base = has('base') ? side('base') : `(${side('current')} ${sign === '-' ? '+' : '-'} ${side('amount')})`;
    const amount = has('amount') ? side('amount') : `(${side('current')} - ${side('base')})`;
    parts.push(`${amount} ÷ ${base} = ${has('amount') ? '' : sign}${side('percent')}`);
  }
  return parts.join('; ');
}

function sideOf(operands: readonly Operand[], showUnits: boolean): string {
  let text = '';
  for (const operand of operands) {
    const sign = operand.sign === -1 ? '-' : '+';
    if (text !== '') text += ` ${sign} `;
    else if (sign === '-') text += '-';
    text += written(operand, showUnits);
  }
  return text === '' ? '0' : text;
}

function written(operand: Operand, showUnits: boolean): string {
  const { observation, name } = operand;
  if (observation === null) return name === '' ? '?' : name;
  const number =
    observation.value.startsWith('-') && operand.sign === -1 ? `(${observation.value})` : observation.value;
  if (operand.role === 'percent') return `${number}%`;
  return showUnits ? `${number}${observation.unit}` : number;
}

function isAmount(operand: Operand): boolean {
  return operand.role !== 'percent';
}
