import { unitWords } from '../../messages/unit.ts';

/**
 * Whose money, which side and which item a quantity is: the name of a row (合计) or of a sentence (支出决算) alone does not
 * tell. A code that is shown already is not told again.
 */
export function scopeText(quantity: string, shownCode = ''): string {
  const { scopes } = unitWords();
  const [fund = '', flow = '', item = '', nature = ''] = quantity.split('|');
  const code = item.startsWith('code:') ? item.slice('code:'.length) : '';
  return [fund, flow, item, nature]
    .map((part) => scopes[part] ?? (part === item && code !== shownCode ? code : ''))
    .filter(Boolean)
    .join(' · ');
}
