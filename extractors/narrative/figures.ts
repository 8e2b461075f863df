import type { ExtractedFigure } from '../../schemas/index.ts';
import type { Passage } from './passage.ts';
import { wordsIn } from './passage.ts';
import type { Reading } from './reading.ts';

/** The public figure of a reading. */
export function figureOf(reading: Reading, passage: Passage, section: string): ExtractedFigure {
  const { start, rawEnd, value, unit } = reading.statement.quantity;
  const raw = wordsIn(passage, start, rawEnd);
  return {
    id: figureId(reading.index),
    raw: raw.text,
    value,
    unit,
    label: reading.label,
    qualifier: reading.qualifier,
    period: reading.period,
    measure: reading.measure,
    section,
    place: raw.place,
    block: raw.block,
    start: raw.start,
    end: raw.end,
    sentence: reading.sentence,
  };
}

export function figureId(index: number): string {
  return `f${index + 1}`;
}
