/** Which rows are drawn stands in the URL once a parameter each, so that a chart can be sent. */
const ROW = 'quantity';
const TOGETHER = 'together';

export interface Chosen {
  /** Empty: the rows with the most years. */
  readonly quantities: readonly string[];
  readonly isTogether: boolean;
}

export function chosenIn(url: string): Chosen {
  const params = paramsOf(url);
  return { quantities: [...new Set(params.getAll(ROW))].filter(Boolean), isTogether: params.has(TOGETHER) };
}

/** The URL with another choice; what else stands in it stays. */
export function withChosen(url: string, { quantities, isTogether }: Chosen): string {
  const [path = ''] = url.split('?');
  const params = paramsOf(url);
  params.delete(ROW);
  params.delete(TOGETHER);
  for (const quantity of quantities) params.append(ROW, quantity);
  if (isTogether) params.set(TOGETHER, '1');
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

export function seriesPath(unit: string, quantities: readonly string[]): string {
  const params = new URLSearchParams(quantities.map((quantity) => [ROW, quantity]));
  return `/api/units/${encodeURIComponent(unit)}/series?${params}`;
}

function paramsOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
