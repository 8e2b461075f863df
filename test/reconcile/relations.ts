import type { Observation, Operand, Relation } from '../../schemas/index.ts';

/** Relations written by hand, for tests of judging, grouping and wording. */

export function number(value: string, unit = '万元', label = value, ref = `figure:${label}`): Observation {
  return { ref, value, unit, label, place: { page: 1, bbox: [0, 0, 1, 1] } };
}

/** `operands`: role → printed number ("12.30", "12.30元", "5人", "-12.30" is subtracted when `minus`), or null. */
export function relate(
  kind: Relation['kind'],
  operands: readonly (readonly [Operand['role'], Observation | string | null])[],
  rest: Partial<Relation> = {},
): Relation {
  return {
    rule: 'test',
    kind,
    type: 'sum',
    direction: null,
    strength: 'identity',
    why: { zh: '测试', en: 'a test' },
    operands: operands.map(([role, given], i) => {
      const observation = typeof given === 'string' ? read(given, role, i) : given;
      return { role, sign: 1, observation, name: observation?.label ?? `operand ${i}` };
    }),
    ...rest,
  };
}

function read(text: string, role: string, i: number): Observation {
  const value = /^-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const unit = text.slice(value.length) || (role === 'percent' ? '%' : '万元');
  return number(value, unit, `${role}${i}`);
}
