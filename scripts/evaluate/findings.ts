import type { Finding } from '../../schemas/index.ts';
import type { GoldFinding } from './gold.ts';
import { absolute, comparable, comparableNumber } from './text.ts';

export interface FindingScore {
  readonly certainFound: number;
  readonly certain: number;
  readonly found: number;
  readonly all: number;
  readonly alarms: number;
  /** Alarms that the annotations do not know. */
  readonly unknown: number;
  readonly mistakes: readonly string[];
}

interface Valued {
  readonly operands: readonly unknown[];
  readonly expected?: unknown;
  readonly actual?: unknown;
}

function valuesOf(finding: Valued): Set<string> {
  const operands = finding.operands.map((operand) =>
    typeof operand === 'object' && operand !== null && 'value' in operand ? operand.value : operand,
  );
  const numbers = [...operands, finding.actual, finding.expected].map(comparableNumber);
  return new Set(numbers.flatMap((number) => (number === null ? [] : [absolute(number)])));
}

/** The same contradiction: two numbers in common (fewer where there are not two), or the wrong number itself. */
function isSame(gold: GoldFinding, finding: Finding): boolean {
  const [expected, found] = [valuesOf(gold), valuesOf(finding)];
  if (expected.size === 0 || found.size === 0) return comparable(gold.type) === comparable(finding.type);
  const shared = [...expected].filter((value) => found.has(value)).length;
  const actual = comparableNumber(gold.actual);
  const namesTheWrongNumber = actual !== null && found.has(absolute(actual)) && shared >= 1 && expected.size <= 2;
  return shared >= Math.min(2, expected.size, found.size) || namesTheWrongNumber;
}

export function scoreFindings(goldFindings: readonly GoldFinding[], findings: readonly Finding[]): FindingScore {
  const alarms = findings.filter((finding) => finding.status !== 'rounding');
  const real = goldFindings.filter((finding) => finding.status !== 'rounding');
  const certain = real.filter((finding) => finding.confidence === 'certain');
  const found = new Set(real.filter((gold) => alarms.some((alarm) => isSame(gold, alarm))));
  const unknown = alarms.filter((alarm) => !real.some((gold) => isSame(gold, alarm)));
  return {
    certainFound: certain.filter((gold) => found.has(gold)).length,
    certain: certain.length,
    found: found.size,
    all: real.length,
    alarms: alarms.length,
    unknown: unknown.length,
    mistakes: [
      ...real
        .filter((gold) => !found.has(gold))
        .map((gold) => `missed finding ${gold.id} [${gold.confidence ?? ''}] ${gold.type} ${gold.statement}`),
      ...unknown.map((alarm) => `unknown alarm ${alarm.id} ${alarm.rule} ${alarm.message}`),
    ],
  };
}
