import type { UnitDetail } from '../../../schemas/service/index.ts';

type Coverage = UnitDetail['coverage'][number];
type Year = number | null;

export interface FormCell {
  readonly year: Year;
  /** Documents that have the form. */
  readonly has: Coverage['years'];
  /** There is a disclosure of this kind and year, and the form is in none of them. */
  readonly isMissing: boolean;
}

export interface FormLine {
  readonly form: string;
  readonly name: string;
  readonly cells: readonly FormCell[];
}

export interface FormMatrix {
  readonly kind: string;
  readonly lines: readonly FormLine[];
}

/** The years of all disclosures, in order; what names none comes last. */
export function yearsOf(documents: readonly { readonly year: Year }[]): Year[] {
  const years = [...new Set(documents.map(({ year }) => year))];
  return years.toSorted((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
}

/** One matrix a kind: forms by year. A form is only missing where there was a disclosure it could have stood in. */
export function formMatrices({ documents, coverage }: Pick<UnitDetail, 'documents' | 'coverage'>): FormMatrix[] {
  const years = yearsOf(documents);
  return [...Map.groupBy(coverage, ({ kind }) => kind)].map(([kind, lines]) => ({
    kind,
    lines: lines.map(({ form, name, years: had }) => ({
      form,
      name,
      cells: years.map((year) => {
        const has = had.filter((one) => one.year === year);
        const isDisclosed = documents.some((document) => document.kind === kind && document.year === year);
        return { year, has, isMissing: isDisclosed && has.length === 0 };
      }),
    })),
  }));
}
