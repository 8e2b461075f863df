import { type Finding, suspectOf } from '../../../schemas/index.ts';
import type { Excerpt } from '../../store/excerpts.ts';
import type { Messages } from '../messages/index.ts';
import { columns, padEnd, padStart, printable, tone, truncate, widthOf } from '../terminal.ts';
import { placeText } from './place.ts';

const MARKS = { error: '✗', warning: '▲', notice: '·' } as const;
const TONES = { error: 'error', warning: 'warning', notice: 'dim' } as const;

/** Labels longer than this are cut, so that values and places of one finding stand under each other. */
const LABEL_WIDTH = 44;

/**
 * One finding as an auditor reads it: what disagrees and by how much, the arithmetic, then every number with its label,
 * its place and the words around it. Where one number is under suspicion it comes last and is marked.
 */
export function findingLines(
  finding: Finding,
  excerptOf: (ref: string) => Excerpt | null,
  messages: Messages,
): string[] {
  const type = messages.findingType[finding.type];
  const status = finding.status === 'mismatch' ? '' : ` · ${messages.findingStatus[finding.status]}`;
  const off =
    finding.difference === ''
      ? ''
      : `  ${tone('strong', messages.findings.difference(finding.difference.replace(/^-/, ''), finding.unit))}`;
  const head = `${tone(TONES[finding.severity], MARKS[finding.severity])} ${tone('strong', type)}${status}${off}  ${tone('dim', printable(finding.id))}`;
  const lines = [head, `  ${printable(finding.message)}`];
  // Wordless where the message is the formula already.
  if (finding.formula !== '' && finding.formula !== finding.message)
    lines.push(`  ${tone('accent', printable(finding.formula))}`);
  return [...lines, ...operandLines(finding, excerptOf, messages)];
}

function operandLines(finding: Finding, excerptOf: (ref: string) => Excerpt | null, messages: Messages): string[] {
  const suspect = suspectOf(finding);
  const operands = finding.operands.map((operand) => ({
    isSuspect: operand === suspect,
    label: truncate(printable(operand.label), LABEL_WIDTH),
    value: printable(`${operand.value}${operand.unit}`),
    place: printable(placeText(operand.place, messages)),
    source: operand.source === undefined ? '' : `  ${printable(operand.source)}`,
    excerpt: excerptOf(operand.ref),
  }));
  const labelWidth = Math.max(0, ...operands.map(({ label }) => widthOf(label)));
  const valueWidth = Math.max(0, ...operands.map(({ value }) => widthOf(value)));
  const placeWidth = Math.max(0, ...operands.map(({ place }) => widthOf(place)));
  return operands.map(({ isSuspect, label, value, place, source, excerpt }) => {
    const number = padStart(value, valueWidth);
    const fixed = `  ${isSuspect ? '▶' : ' '} ${padEnd(label, labelWidth)}  ${number}  ${padEnd(place, placeWidth)}`;
    const room = columns() - widthOf(fixed) - widthOf(source) - 3;
    const words =
      excerpt === null || room < widthOf(value) ? '' : `  ${tone('dim', truncate(excerptText(excerpt), room))}`;
    return `${isSuspect ? tone('strong', fixed) : fixed}${source}${words}`.trimEnd();
  });
}

function excerptText({ before, number, after }: Excerpt): string {
  return printable(`“…${before}${number}${after}…”`);
}
