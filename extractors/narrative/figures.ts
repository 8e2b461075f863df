import type { Block, ExtractedFigure, Place } from '../../schemas/index.ts';
import type { Readable } from './language/readable.ts';
import { blockEnd, blockStart, printedForm } from './language/readable.ts';
import { placeOf } from './place-of.ts';
import type { Reading } from './reading.ts';

/** The public figure of a reading. */
export function figureOf(reading: Reading, block: Block, readable: Readable, section: string): ExtractedFigure {
  const { start, rawEnd, value, unit } = reading.statement.quantity;
  const from = blockStart(readable, start);
  const to = blockEnd(readable, rawEnd);
  return {
    id: figureId(reading.index),
    raw: printedForm(readable, start, rawEnd),
    value,
    unit,
    label: reading.label,
    qualifier: reading.qualifier,
    period: reading.period,
    measure: reading.measure,
    section,
    place: placeIn(block, from, to),
    block: block.index,
    start: from,
    end: to,
    sentence: reading.sentence,
  };
}

export function figureId(index: number): string {
  return `f${index + 1}`;
}

export function placeIn(block: Block, start: number, end: number): Place {
  return placeOf(block, start, end);
}
