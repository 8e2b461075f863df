import type { CoverageCell } from '../../../schemas/service/index.ts';

export interface CoverageRow {
  readonly year: number | null;
  /** By kind, in the order of `kinds`. */
  readonly cells: readonly (CoverageCell | undefined)[];
}

export interface CoverageMatrix {
  readonly kinds: readonly string[];
  readonly rows: readonly CoverageRow[];
}

const ORDER = ['budget', 'final_accounts', 'performance_report', 'unknown'];

/** Years downwards, the latest first and what has none last; kinds sideways, those there are. */
export function coverageMatrix(coverage: readonly CoverageCell[]): CoverageMatrix {
  const kinds = [...new Set(coverage.map(({ kind }) => kind))].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const years = [...new Set(coverage.map(({ year }) => year))].toSorted(
    (a, b) => (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY),
  );
  return {
    kinds,
    rows: years.map((year) => ({
      year,
      cells: kinds.map((kind) => coverage.find((cell) => cell.kind === kind && cell.year === year)),
    })),
  };
}

/** Five steps of shade, each about three times the one before: one document is to be seen beside a thousand. */
export function shadeOf(documents: number): 1 | 2 | 3 | 4 | 5 {
  if (documents < 3) return 1;
  if (documents < 10) return 2;
  if (documents < 30) return 3;
  return documents < 100 ? 4 : 5;
}

/** A cell as it stands in the URL. */
export function cellKey({ kind, year }: Pick<CoverageCell, 'kind' | 'year'>): string {
  return `${kind}:${year ?? ''}`;
}
