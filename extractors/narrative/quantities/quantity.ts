import type { MeasureClass } from '../language/vocabulary.ts';

/** A number with its unit in readable text. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** End of what is printed for it: behind `end` for the low end of a range, which shares the unit ("10-15件"). */
  readonly rawEnd: number;
  /** Decimal string with the printed precision. */
  readonly value: string;
  /** As printed, without 余/多: 万元, %, 万件, 台（套）; "" for a score or a stated zero without one. */
  readonly unit: string;
  readonly measures: MeasureClass;
  /** Printed in Chinese numerals (零, 两批). */
  readonly chinese: boolean;
  /** Says about how much (三成, 一半) or is one end of a range (5%-10%): nothing can be worked out from it. */
  readonly loose: boolean;
  /** A verb of growth and its amount in one: 翻一番. */
  readonly grows: boolean;
}
