import { unitWords } from '../../messages/unit.ts';

/** Whose money and which side a quantity is: the name of a row alone (合计) does not tell. */
export function scopeText(quantity: string): string {
  const { scopes } = unitWords();
  const [fund = '', flow = '', , nature = ''] = quantity.split('|');
  return [fund, flow, nature]
    .map((part) => scopes[part] ?? '')
    .filter(Boolean)
    .join(' · ');
}
