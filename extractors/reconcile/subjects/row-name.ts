import { canonicalLabel } from '../../tables/names.ts';

const LEVEL = /\((?:类|款|项|室)\)/g;

const LEADING_YEAR = /^20\d{2}(?!\d)年?度?/;

/**
 * The name of a row as it is compared: without numbering, level marks, a year in front and a closing 支出, which are
 * printed or left out at will ("一般公共服务（类）支出", "一般公共服务支出").
 */
export function plainRowName(printed: string): string {
  const name = canonicalLabel(printed).replace(LEVEL, '').replace(LEADING_YEAR, '');
  return name.length > 4 && name.endsWith('支出') ? name.slice(0, -2) : name;
}
