/**
 * Units of measure as judging sees them: which can be compared, and by which power of ten they differ.
 * Scaling is exact: 1 万元 is 10⁴ 元, whatever the printed decimals.
 */
export interface Scale {
  /** Numbers of different dimensions are never compared. */
  readonly dimension: 'money' | 'percent' | 'count' | 'plain' | `other:${string}`;
  /** Value in the base unit (元, %, one) = printed value · 10^exponent. */
  readonly exponent: number;
}

const MONEY: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['万', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
  ['亿', 8],
  ['万亿元', 12],
]);

/** Units of things that are counted one by one: an integer in them is exact, it has not been rounded. */
const COUNTED =
  /^(?:人|名|人次|人员|辆|台|套|台\(套\)|辆\(台\)|台\/套|个|项|次|批|批次|件|家|户|所|间|栋|幢|艘|架|张|份|期|场|位|条|篇|起|宗|组|支|只|处|座|册|部|对|户次|场次|个\(组\)|团组|个团组|单位|艘\(架\))$/;

export function scaleOf(unit: string): Scale {
  const plain = unit
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^人民币/, '')
    .replace(/人民币$/, '');
  const exponent = MONEY.get(plain);
  if (exponent !== undefined) return { dimension: 'money', exponent };
  if (plain === '%' || plain === '百分比') return { dimension: 'percent', exponent: 0 };
  if (plain === '') return { dimension: 'plain', exponent: 0 };
  if (COUNTED.test(plain)) return { dimension: 'count', exponent: 0 };
  return { dimension: `other:${plain}`, exponent: 0 };
}
