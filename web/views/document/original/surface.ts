import type { DocumentDetail, TableGrid } from '../../../../schemas/service/index.ts';
import type { OnePlace } from '../../../components/places.ts';
import type { Rect } from './geometry.ts';
import type { Mark } from './marks.ts';

/** Which boxes are to be brought into view; a new stamp asks again for the same ones. */
export interface Target {
  readonly keys: readonly string[];
  readonly stamp: number;
}

/** What every kind of original is given: what to box, where to go, what to do with a number that is chosen. */
export interface OriginalProps {
  readonly document: DocumentDetail;
  readonly marks: readonly Mark[];
  readonly target: Target;
  readonly zoom: number;
  readonly label: string;
  readonly grid: TableGrid | undefined;
  readonly chosen: string | undefined;
  readonly showsOutcomes: boolean;
  readonly onChoose: (ref: string) => void;
  /** Told after going there: are the boxes too far apart to be seen at once, and which are not in view now? */
  readonly onSpan: (isFar: boolean, away: readonly string[]) => void;
}

/** Where something stands on a surface; nothing where it stands on another one. */
export type Locate = (place: OnePlace, ref: string | null) => readonly Rect[];
