import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeCharacters } from '../../extractors/text/characters.ts';

describe('normalizeCharacters', () => {
  test.each([
    ['Kangxi radicals', '⼀般公共预算⽤于⼈员', '一般公共预算用于人员'],
    ['radicals of the supplement', '⺠⽣、⻓期、⻛险、⻚', '民生、长期、风险、页'],
    ['compatibility ideographs', '\uf90a額', '金額'],
    ['zero-width characters, soft hyphens and byte order marks', '\ufeff万\u200b元\u00ad整', '万元整'],
    ['control characters', '合\u0000计\u0007', '合计'],
  ])('maps or removes %s', (_, printed, ordinary) => {
    expect(normalizeCharacters(printed)).toBe(ordinary);
  });

  test('leaves full-width digits, punctuation and blanks as they are printed', () => {
    const printed = '（２０１９年）：１２．５％，“三公”经费\u3000㎡ ①\t\n';
    expect(normalizeCharacters(printed)).toBe(printed);
  });

  test('is done once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeCharacters(text);
        expect(normalizeCharacters(once)).toBe(once);
      }),
    );
  });

  test('takes time in proportion to its input', () => {
    const started = performance.now();
    normalizeCharacters(`\u0000${'⼀'.repeat(100_000)}${' '.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
