import Big from 'big.js';

/** Thousands separators for a decimal string: digits are grouped, never computed with. */
export function grouped(value: string): string {
  const parts = /^([-+]?)(\d+)(\.\d+)?$/.exec(value);
  if (!parts) return value;
  const [, sign = '', whole = '', decimals = ''] = parts;
  let text = '';
  for (let at = 0; at < whole.length; at += 1) {
    if (at > 0 && (whole.length - at) % 3 === 0) text += ',';
    text += whole[at];
  }
  return `${sign === '-' ? '−' : sign}${text}${decimals}`;
}

/** Yuan in the unit in which the amount has one to five digits before the point; at most two decimals are shown. */
export function inLargeUnits(yuan: string): { readonly value: string; readonly unit: string } {
  let exact: Big;
  try {
    exact = new Big(yuan);
  } catch {
    return { value: yuan, unit: '元' };
  }
  const size = exact.abs();
  const [power, unit] = size.gte('100000000') ? [8, '亿元'] : size.gte('10000') ? [4, '万元'] : [0, '元'];
  const scaled = exact.div(new Big(10).pow(power));
  return { value: trimmed(scaled.toFixed(2)), unit };
}

function trimmed(fixed: string): string {
  return fixed.replace(/\.?0{1,2}$/, '');
}
