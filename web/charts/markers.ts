import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';

/** A shape for each series, so that they are told apart without colour. */
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye];

/** Areas in square pixels: shapes of one area look equally large. An open one shows around a filled one. */
const AREAS = { final: 44, budget: 92 };

/** How many series can be told apart; what comes after takes colours and shapes again. */
export const SERIES = SHAPES.length;

export function markerPath(series: number, phase: keyof typeof AREAS): string {
  return symbol(SHAPES[series % SERIES] ?? symbolCircle, AREAS[phase])() ?? '';
}
